//! What the timeline's panel keeps between renderings: what is seen of it, where a drag is, which bar has the focus.
//!
//! The canvas is as large as its window and sticks to it, however many lanes there are; it is painted in frames only,
//! and again now and then while a run in real time waits, so that time is seen to pass.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

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
        state::{Action, past::Mark},
        store::Store,
        timeline::{
            focus::{self, Go, Spot},
            paint::paint,
            pen::{Canvas, Palette, Svg},
            scene::{self, AXIS, ROW, Window},
            view::{View, within},
        },
    },
};

/// How often a waiting run is painted again, in milliseconds.
const REPAINT: u32 = 100;
/// Lanes of a picture that is saved, and what is free below them.
const DRAWN: usize = 500;
const MARGIN: f64 = 8.0;
/// Width and names' width of a picture that was never seen.
const WIDE: (f64, f64) = (960.0, 160.0);
/// A pointer that was moved by less was not meant to drag.
const STILL: f64 = 4.0;

pub struct Panel {
    store: Store,
    canvas: NodeRef,
    scroller: NodeRef,
    view: RefCell<View>,
    /// Where a drag is, in CSS pixels, and how far it has gone; whether it began at the axis.
    drag: Cell<Option<f64>>,
    travels: Cell<bool>,
    dragged: Cell<f64>,
    /// The bar that has the focus, in this run.
    focus: Cell<Option<(u32, Spot)>>,
}

impl Panel {
    pub fn new(store: Store, canvas: NodeRef, scroller: NodeRef) -> Panel {
        Panel {
            store,
            canvas,
            scroller,
            view: RefCell::default(),
            drag: Cell::default(),
            travels: Cell::default(),
            dragged: Cell::default(),
            focus: Cell::default(),
        }
    }

    /// The time up to which there is something to see: while a run in real time is alive, the time now.
    pub fn end(&self) -> Nanos {
        let state = self.store.read();
        let (at, heard) = state.latest;
        if state.timeline.is_empty() {
            return at;
        }
        at.saturating_add(((time::now() - heard).max(0.0) * state.pace()) as Nanos)
    }

    pub fn change(&self, change: fn(View, Nanos) -> View) {
        let view = *self.view.borrow();
        self.show(change(view, self.end()));
    }

    /// As [`Panel::change`], with a zoom around the bar that has the focus.
    pub fn zoom(&self, factor: f64) {
        let Some(window) = self.window() else { return };
        let state = self.store.read();
        let at = self.focus().and_then(|spot| state.timeline.begins(spot));
        let seen = at.map(|(at, _)| window.view.place(at)).filter(|place| (0.0..=1.0).contains(place));
        drop(state);
        self.show(window.view.zoom(factor, seen.unwrap_or(0.5), window.now));
    }

    fn show(&self, view: View) {
        *self.view.borrow_mut() = view;
        self.paint();
    }

    pub fn focus(&self) -> Option<Spot> {
        let (run, spot) = self.focus.get()?;
        (run == self.store.read().runs).then_some(spot)
    }

    /// Moves the focus, and brings the bar into sight.
    pub fn go(&self, step: Go) {
        let found = focus::go(&self.store.read().timeline, self.focus(), step);
        if let Some(spot) = found {
            self.focus_on(spot);
        }
    }

    fn focus_on(&self, spot: Spot) {
        let Some(window) = self.window() else { return };
        let state = self.store.read();
        self.focus.set(Some((state.runs, spot)));
        let row = state.timeline.rows().row.get(spot.lane).copied().flatten();
        let begins = state.timeline.begins(spot);
        drop(state);
        if let (Some(scroller), Some(row)) = (self.scroller.cast::<HtmlElement>(), row) {
            let (top, bottom) = (row as f64 * ROW, scene::full_height(row + 1) - window.height);
            scroller.set_scroll_top(within(window.scrolled, bottom, top.max(bottom)) as i32);
        }
        let view = begins.map_or(window.view, |(at, _)| window.view.reveal(at, window.now));
        self.show(view);
    }

    /// Goes to the line and the moment of a bar or an envelope.
    pub fn go_to(&self, spot: Spot) {
        self.focus_on(spot);
        let mark = {
            let state = self.store.read();
            let begins = state.timeline.begins(spot);
            begins.map(|(at, line)| Mark { at: Some(at), record: spot.record, line })
        };
        if let Some(mark) = mark {
            self.store.send(Action::GoTo(mark));
        }
    }

    pub fn window(&self) -> Option<Window> {
        let scroller = self.scroller.cast::<HtmlElement>()?;
        let (width, height) = (f64::from(scroller.client_width()), f64::from(scroller.client_height()));
        let (now, moment) = (self.end(), self.store.read().shown_at());
        let mut view = self.view.borrow_mut();
        *view = view.grown(now);
        let gutter = if width < 520.0 { 110.0 } else { 160.0 };
        let (scrolled, focus) = (f64::from(scroller.scroll_top()), self.focus());
        Some(Window { width, height, gutter, scrolled, view: *view, now, focus, moment })
    }

    /// The inks of the theme there is.
    pub fn palette(&self) -> Option<Palette> {
        let canvas = self.canvas.cast::<HtmlCanvasElement>()?;
        let style = web_sys::window()?.get_computed_style(&canvas).ok().flatten()?;
        Some(Palette::of(&style))
    }

    pub fn paint(&self) {
        let Some(window) = self.window() else { return };
        let Some(canvas) = self.canvas.cast::<HtmlCanvasElement>() else { return };
        let Some(browser) = web_sys::window() else { return };
        let state = self.store.read();
        fit(&self.scroller, &canvas, &window, state.timeline.rows().lanes.len());
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
        let Some(palette) = self.palette() else { return };
        let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
        paint(&mut Canvas::new(&context, &palette), &scene::scene(&state.timeline, &window), &window);
    }

    /// All lanes, of the time that is seen.
    pub fn svg(&self) -> Option<String> {
        let (window, palette) = (self.window()?, self.palette()?);
        let state = self.store.read();
        let rows = state.timeline.rows().lanes.len().min(DRAWN);
        let height = scene::full_height(rows) + MARGIN;
        // It is out of sight where the timeline is shown in words.
        let (width, gutter) = if window.width > 0.0 { (window.width, window.gutter) } else { WIDE };
        let window = Window { width, gutter, height, scrolled: 0.0, focus: None, moment: None, ..window };
        let mut svg = Svg::new(&palette, window.width, height);
        paint(&mut svg, &scene::scene(&state.timeline, &window), &window);
        Some(svg.end())
    }

    /// Drags, at the axis through the run's moments, and gives what is under the pointer: a lane, and its bar.
    pub fn pointer(&self, event: &PointerEvent) -> Option<(usize, Option<Spot>)> {
        let window = self.window()?;
        let x = f64::from(event.offset_x());
        let held = event.buttons() & 1 == 1;
        match self.drag.replace(held.then_some(x)).filter(|_| held) {
            Some(_) if self.travels.get() => {
                self.dragged.set(STILL);
                self.travel(&window, x);
            }
            Some(before) => {
                self.dragged.set(self.dragged.get() + (before - x).abs());
                self.show(window.view.pan((before - x) / window.plot(), window.now));
            }
            None => {
                self.dragged.set(0.0);
                self.travels.set(f64::from(event.offset_y()) < AXIS);
                // The Inspector may open, and move the lanes away from under the pointer.
                if let Some(scroller) =
                    self.scroller.cast::<HtmlElement>().filter(|_| held && self.travels.get())
                {
                    let _ = scroller.set_pointer_capture(event.pointer_id());
                }
            }
        }
        self.under(event)
    }

    /// Shows the moment at a place of the axis.
    fn travel(&self, window: &Window, x: f64) {
        let at = window.view.time(window.fraction(x)) as Nanos;
        let record = self.store.read().timeline.record_at(at);
        self.store.send(Action::GoTo(Mark { at: Some(at), record, line: None }));
    }

    fn under(&self, event: &MouseEvent) -> Option<(usize, Option<Spot>)> {
        let window = self.window()?;
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        scene::hit(&self.store.read().timeline, &window, x, y)
    }

    /// Goes to what is under the pointer, unless the pointer came there by a drag.
    pub fn click(&self, event: &MouseEvent) {
        if self.dragged.replace(0.0) >= STILL {
            return;
        }
        if f64::from(event.offset_y()) < AXIS {
            self.window().into_iter().for_each(|window| self.travel(&window, f64::from(event.offset_x())));
            return;
        }
        match self.under(event) {
            Some((_, Some(spot))) => self.go_to(spot),
            // A name: what the lane did last, here and now.
            Some((lane, None)) => {
                let spot = focus::last(&self.store.read().timeline, lane, u64::MAX);
                spot.into_iter().for_each(|spot| self.focus_on(spot));
            }
            None => {}
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
    pub fn attach(self: &Rc<Self>) -> impl FnOnce() + use<> {
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
