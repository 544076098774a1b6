//! The worker's entry point: the browser's half of the loop thread.

fn main() {
    loopthread::worker::start();
}
