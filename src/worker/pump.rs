//! The worker's cycle: read requests, work for a slice, post what happened, and set the wake-up for the next.
//!
//! Between two slices the browser delivers what the page has posted, so a request waits for one slice at most.
//! Whatever happened in a slice crosses as one frame (as several when one would be too long).

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use loopthread_protocol::{Event, FrameError, decode_request, encode_events};

use super::{
    alarm::Alarm,
    pace::Pace,
    port::Port,
    process::{Process, Turn},
    slice,
};

struct Pump<P> {
    port: Port,
    process: P,
    pace: Pace,
    alarm: Alarm,
}

/// Drives the process with the page's requests, for as long as the worker lives.
pub fn start(port: Port, process: impl Process + 'static) {
    let pump = Rc::new_cyclic(|pump: &Weak<RefCell<Pump<_>>>| {
        let pump = pump.clone();
        let alarm = Alarm::new(port.scope(), move || {
            if let Some(pump) = pump.upgrade() {
                pump.borrow_mut().slice();
            }
        });
        RefCell::new(Pump { port: port.clone(), process, pace: Pace::new(), alarm })
    });
    port.listen(move |frame| pump.borrow_mut().hear(&frame));
    port.ready();
}

impl<P: Process> Pump<P> {
    /// Takes in a frame of the page's.
    fn hear(&mut self, frame: &[u8]) {
        match decode_request(frame) {
            Ok(request) => {
                self.process.handle(request);
                self.alarm.soon();
            }
            // Its sender and we do not understand each other; going on could run something else than was meant.
            Err(error) => self.port.fail(&error.to_string()),
        }
    }

    fn slice(&mut self) {
        self.alarm.rung();
        let port = &self.port;
        let turn = slice::run(&mut self.process, &mut self.pace, || port.now());
        let events = self.process.events();
        if !events.is_empty() {
            post(&self.port, &events);
        }
        match turn {
            Turn::More => self.alarm.soon(),
            Turn::Idle { until: None } => {}
            Turn::Idle { until: Some(until) } => {
                self.alarm.after(until.saturating_sub(self.port.now()));
            }
        }
    }
}

/// Posts events as one frame, or as several when one would be too long.
pub(super) fn post(port: &Port, events: &[Event]) {
    match encode_events(events) {
        Ok(frame) => port.post(&frame),
        Err(FrameError::TooLong { .. }) if events.len() > 1 => {
            let (first, second) = events.split_at(events.len() / 2);
            post(port, first);
            post(port, second);
        }
        Err(error) => port.fail(&error.to_string()),
    }
}
