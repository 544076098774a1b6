//! The page's entry point.

fn main() {
    loopthread::page::mount();
}
