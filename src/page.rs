//! The page.

use std::{cell::RefCell, rc::Rc};

use loopthread_protocol::{Command, Request, RequestId, decode_events, encode_request};
use yew::prelude::*;

use crate::dom::link::{Link, News};

/// Puts the page into the document.
pub fn mount() {
    yew::Renderer::<Hello>::new().render();
}

/// Greets the worker and shows what it answers.
#[component]
fn Hello() -> Html {
    let heard = use_state(|| "waiting".to_owned());
    let link = use_mut_ref(|| None::<Link>);
    {
        let (heard, link): (_, Rc<RefCell<Option<Link>>>) = (heard.clone(), link);
        use_effect_with((), move |()| {
            let started = Link::start(move |news| match news {
                News::Ready => {}
                News::Frame(bytes) => heard.set(format!("{:?}", decode_events(&bytes))),
                News::Lost(words) => heard.set(words),
            });
            if let Ok(started) = started {
                let hello =
                    Request { id: RequestId(1), command: Command::Check { source: "hello".to_owned() } };
                if let Ok(frame) = encode_request(&hello) {
                    started.send(frame);
                }
                link.replace(Some(started));
            }
        });
    }
    html! { <p role="status" aria-label="Status">{ (*heard).clone() }</p> }
}
