//! The timeline's panel: its canvas, pan and zoom by pointer, wheel, keys and buttons, and its twin in words.
//!
//! The canvas is as large as its window and sticks to it, however many lanes there are; it is painted in frames only,
//! and again now and then while a run in real time waits, so that time is seen to pass.

use std::{cell::RefCell, rc::Rc};

use js_sys::Math;
use loopthread_protocol::Nanos;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    AddEventListenerOptions, CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, ResizeObserver,
};
use yew::prelude::*;

use crate::{
    dom::time,
    page::{
        store::{Part, Store},
        timeline::{
            paint::{Palette, paint},
            scene::{self, Window},
            twin,
            view::{View, within},
        },
        words,
    },
};

/// How often a waiting run is painted again, in milliseconds.
const REPAINT: u32 = 100;
const ZOOM: f64 = 1.5;

#[component]
pub fn Lanes(part: &Part) -> Html {
    let canvas = use_node_ref();
    let scroller = use_node_ref();
    let panel = {
        let (canvas, scroller, store) = (canvas.clone(), scroller.clone(), part.store.clone());
        use_memo((), move |()| Panel::new(store, canvas, scroller))
    };
    let in_words = use_state(|| false);
    let pointed = use_state(String::new);
    let version = part.store.read().timeline.version();
    {
        let panel = panel.clone();
        use_effect_with((), move |()| panel.attach());
    }
    {
        let panel = panel.clone();
        use_effect_with((version, part.frame), move |_| panel.paint());
    }
    let act = |change: fn(View, Nanos) -> View| {
        let panel = panel.clone();
        Callback::from(move |_| panel.change(change))
    };
    let onkeydown = {
        let panel = panel.clone();
        Callback::from(move |event: KeyboardEvent| {
            let change: fn(View, Nanos) -> View = match event.key().as_str() {
                "ArrowLeft" => |view, end| view.pan(-0.1, end),
                "ArrowRight" => |view, end| view.pan(0.1, end),
                "+" | "=" => |view, end| view.zoom(1.0 / ZOOM, 0.5, end),
                "-" => |view, end| view.zoom(ZOOM, 0.5, end),
                "0" => |view, end| view.fit(end),
                _ => return,
            };
            if !event.ctrl_key() && !event.meta_key() {
                event.prevent_default();
                panel.change(change);
            }
        })
    };
    let onpointermove = {
        let (panel, pointed) = (panel.clone(), pointed.clone());
        Callback::from(move |event: PointerEvent| {
            let words = panel.pointer(&event);
            if *pointed != words {
                pointed.set(words);
            }
        })
    };
    let onpointerleave = {
        let pointed = pointed.clone();
        Callback::from(move |_: PointerEvent| pointed.set(String::new()))
    };
    let toggle = {
        let in_words = in_words.clone();
        Callback::from(move |_| in_words.set(!*in_words))
    };
    let state = part.store.read();
    let look = state.example.map_or("", |example| example.look);
    let caption = match pointed.as_str() {
        "" if look.is_empty() && !state.timeline.is_empty() => {
            "Point at a bar to read what it means.".to_owned()
        }
        "" => look.to_owned(),
        pointed => pointed.to_owned(),
    };
    let left_out = state.timeline.left_out();
    let empty = if state.refused {
        "Nothing ran: Python finds the error before it starts the program."
    } else {
        "Threads and tasks appear here when the program runs."
    };
    // Told again when the run rests, or when it is looked at.
    let twin = (*in_words || !matches!(state.status.state, loopthread_protocol::State::Running))
        .then(|| twin::tell(&state.timeline, state.latest.0));
    html! {
        <section class="lt-lanes" aria-label="Timeline" role="region">
            <div class="lt-lanes-head">
                <h2 class="lt-title">{ "Timeline" }</h2>
                <ul class="lt-legend" aria-hidden="true">
                    { for ["running", "ready", "waiting", "blocked"].map(legend) }
                </ul>
                <div class="lt-lanes-buttons">
                    <button class="lt-button lt-button-small" aria-label="Zoom in" onclick={act(|view, end| view.zoom(1.0 / ZOOM, 0.5, end))}>{ "+" }</button>
                    <button class="lt-button lt-button-small" aria-label="Zoom out" onclick={act(|view, end| view.zoom(ZOOM, 0.5, end))}>{ "−" }</button>
                    <button class="lt-button lt-button-small" onclick={act(|view, end| view.fit(end))}>{ "Fit" }</button>
                    <button class="lt-button lt-button-small" aria-pressed={in_words.to_string()} onclick={toggle}>{ "In words" }</button>
                </div>
            </div>
            <div
                class="lt-lanes-scroll"
                ref={scroller}
                tabindex="0"
                role="group"
                aria-label="Lanes: arrow keys move, plus and minus zoom, 0 shows all"
                hidden={*in_words}
                {onkeydown}
                {onpointermove}
                {onpointerleave}
            >
                <canvas class="lt-lanes-canvas" ref={canvas} aria-hidden="true" />
                if state.timeline.is_empty() {
                    <p class="lt-lanes-empty lt-empty">{ empty }</p>
                }
            </div>
            if let Some(told) = twin {
                <div
                    class={classes!("lt-twin", (!*in_words).then_some("lt-hidden"))}
                    role="group"
                    aria-label="Timeline in words"
                    tabindex={in_words.then_some("0")}
                >
                    if told.is_empty() && *in_words {
                        <p class="lt-empty">{ empty }</p>
                    }
                    { for told.into_iter().map(story) }
                </div>
            }
            <p class="lt-lanes-caption">{ caption }</p>
            if left_out > 0 {
                <p class="lt-lanes-note">{ format!("{} not drawn", words::count(left_out, "later event")) }</p>
            }
        </section>
    }
}

fn legend(name: &'static str) -> Html {
    html! { <li class="lt-legend-item" data-doing={name}>{ name }</li> }
}

fn story(told: twin::Told) -> Html {
    html! {
        <div class="lt-twin-lane">
            <h3 class="lt-twin-title">{ told.title }</h3>
            <ul class="lt-twin-list">{ for told.items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
        </div>
    }
}

/// What the panel keeps between renderings.
struct Panel {
    store: Store,
    canvas: NodeRef,
    scroller: NodeRef,
    view: RefCell<View>,
    /// Where a drag is, in CSS pixels.
    drag: RefCell<Option<f64>>,
}

impl Panel {
    fn new(store: Store, canvas: NodeRef, scroller: NodeRef) -> Panel {
        Panel { store, canvas, scroller, view: RefCell::default(), drag: RefCell::default() }
    }

    /// The time up to which there is something to see: while a run in real time is alive, the time now.
    fn end(&self) -> Nanos {
        let state = self.store.read();
        let (at, heard) = state.latest;
        if state.timeline.is_empty() {
            return at;
        }
        at.saturating_add(((time::now() - heard).max(0.0) * state.pace()) as Nanos)
    }

    fn change(&self, change: fn(View, Nanos) -> View) {
        let view = *self.view.borrow();
        self.show(change(view, self.end()));
    }

    fn show(&self, view: View) {
        *self.view.borrow_mut() = view;
        self.paint();
    }

    fn window(&self) -> Option<Window> {
        let scroller = self.scroller.cast::<HtmlElement>()?;
        let (width, height) = (f64::from(scroller.client_width()), f64::from(scroller.client_height()));
        let now = self.end();
        let mut view = self.view.borrow_mut();
        *view = view.grown(now);
        let gutter = if width < 520.0 { 110.0 } else { 160.0 };
        Some(Window { width, height, gutter, scrolled: f64::from(scroller.scroll_top()), view: *view, now })
    }

    fn paint(&self) {
        let Some(window) = self.window() else { return };
        let Some(canvas) = self.canvas.cast::<HtmlCanvasElement>() else { return };
        let Some(browser) = web_sys::window() else { return };
        let state = self.store.read();
        fit(&self.scroller, &canvas, &window, state.timeline.rows().len());
        let scale = browser.device_pixel_ratio();
        let (width, height) = ((window.width * scale) as u32, (window.height * scale) as u32);
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        let context = canvas.get_context("2d").ok().flatten();
        let Some(context) = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
        else {
            return;
        };
        let Some(style) = browser.get_computed_style(&canvas).ok().flatten() else { return };
        let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
        paint(&context, &scene::scene(&state.timeline, &window), &window, &Palette::of(&style));
    }

    /// Drags, and says what is under the pointer.
    fn pointer(&self, event: &PointerEvent) -> String {
        let Some(window) = self.window() else { return String::new() };
        let x = f64::from(event.offset_x());
        let held = event.buttons() & 1 == 1;
        let before = self.drag.replace(held.then_some(x));
        if let Some(before) = before.filter(|_| held) {
            self.show(window.view.pan((before - x) / window.plot(), window.now));
        }
        let state = self.store.read();
        match scene::hit(&state.timeline, &window, x, f64::from(event.offset_y())) {
            Some((name, Some(bar))) => format!("{name}: {}", twin::tell_bar(&bar)),
            Some((name, None)) => name,
            None => String::new(),
        }
    }

    fn wheel(&self, event: &WheelEvent) {
        let Some(window) = self.window() else { return };
        let (dx, dy) = (event.delta_x(), event.delta_y());
        // A pinch comes as a wheel with Ctrl. A plain wheel scrolls the lanes, or the page.
        if event.ctrl_key() || event.meta_key() {
            let anchor = window.fraction(f64::from(event.offset_x()));
            self.show(window.view.zoom(Math::exp(within(dy * 0.01, -1.0, 1.0)), anchor, window.now));
        } else if event.shift_key() || dx.abs() > dy.abs() {
            let by = if dx == 0.0 { dy } else { dx };
            self.show(window.view.pan(by / window.plot(), window.now));
        } else {
            return;
        }
        event.prevent_default();
    }

    /// Listens to what components cannot: wheels that may be kept from scrolling, new sizes, time passing.
    fn attach(self: &Rc<Self>) -> impl FnOnce() + use<> {
        let alive = Rc::new(());
        let watch = Rc::downgrade(&alive);
        tick(self.clone(), move || watch.strong_count() > 0);
        let wheel = {
            let panel = self.clone();
            Closure::<dyn Fn(WheelEvent)>::new(move |event: WheelEvent| panel.wheel(&event))
        };
        let moved = {
            let panel = self.clone();
            Closure::<dyn Fn()>::new(move || panel.paint())
        };
        let observer = ResizeObserver::new(moved.as_ref().unchecked_ref()).ok();
        let scroller = self.scroller.cast::<HtmlElement>();
        if let Some(scroller) = &scroller {
            let options = AddEventListenerOptions::new();
            options.set_passive(false);
            let _ = scroller.add_event_listener_with_callback_and_add_event_listener_options(
                "wheel",
                wheel.as_ref().unchecked_ref(),
                &options,
            );
            let _ = scroller.add_event_listener_with_callback("scroll", moved.as_ref().unchecked_ref());
            if let Some(observer) = &observer {
                observer.observe(scroller);
            }
        }
        move || {
            drop(alive);
            if let Some(observer) = observer {
                observer.disconnect();
            }
            if let Some(scroller) = scroller {
                let _ = scroller.remove_event_listener_with_callback("wheel", wheel.as_ref().unchecked_ref());
                let _ =
                    scroller.remove_event_listener_with_callback("scroll", moved.as_ref().unchecked_ref());
            }
        }
    }
}

/// Paints now and then while time passes and nothing is heard.
fn tick(panel: Rc<Panel>, wanted: impl Fn() -> bool + 'static) {
    time::after(REPAINT, move || {
        if !wanted() {
            return;
        }
        let passing = panel.store.read().alive();
        if passing {
            time::on_frame(move || {
                panel.paint();
                tick(panel, wanted);
            });
        } else {
            tick(panel, wanted);
        }
    });
}

/// Gives the canvas the window's size, and the scroller the height of all lanes. Set through the style object, which a
/// strict policy allows.
fn fit(scroller: &NodeRef, canvas: &HtmlCanvasElement, window: &Window, lanes: usize) {
    let style = canvas.style();
    let _ = style.set_property("width", &format!("{}px", window.width as i32));
    let _ = style.set_property("height", &format!("{}px", window.height as i32));
    if let Some(scroller) = scroller.cast::<HtmlElement>() {
        let rest = (scene::full_height(lanes) - window.height).max(0.0).ceil() as i32;
        let _ = scroller.style().set_property("--lt-lanes-rest", &format!("{rest}px"));
    }
}
