//! Plain `async` blocks run in asyncio's order: the scenes of `asyncio/order.py` in Rust, against what CPython printed.
//!
//! Each scene is the Python function of the same name, line by line, so the two files read side by side.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use loopthread_executor::{Join, Local, Spawner, Virtual};

/// A loop to spawn on and a place to print to.
#[derive(Clone)]
struct Scene {
    spawner: Spawner,
    out: Rc<RefCell<String>>,
}

impl Scene {
    fn print(&self, line: impl AsRef<str>) {
        self.out.borrow_mut().push_str(line.as_ref());
        self.out.borrow_mut().push('\n');
    }

    fn spawn<F: Future + 'static>(&self, task: impl FnOnce(Scene) -> F) -> Join<F::Output> {
        self.spawner.spawn(task(self.clone()))
    }

    async fn turn(&self) {
        self.spawner.yield_now().await;
    }

    async fn steps(self, name: &str, count: usize) -> &str {
        for n in 0..count {
            self.print(format!("{name} {n}"));
            self.turn().await;
        }
        self.print(format!("{name} end"));
        name
    }
}

/// What CPython printed for a scene.
fn cpython(name: &str) -> String {
    let out = include_str!("asyncio/order.out");
    let title = format!("=== {name}\n");
    let scene = out.split(title.as_str()).nth(1).expect("the scene has an output");
    scene.split("===").next().unwrap_or_default().to_owned()
}

fn check<F: Future<Output = ()> + 'static>(name: &str, main: impl FnOnce(Scene) -> F) {
    let mut local = Local::new(Virtual::starting_at(100.0));
    let scene = Scene { spawner: local.spawner(), out: Rc::default() };
    assert_eq!(local.block_on(main(scene.clone())), Ok(()));
    assert_eq!(*scene.out.borrow(), cpython(name));
}

#[test]
fn tasks_take_turns() {
    check("tasks_take_turns", async |s: Scene| {
        let tasks = ["a", "b", "c"].map(|name| s.spawn(|s| s.steps(name, 3)));
        s.print("created");
        for task in tasks.into_iter().rev() {
            let name = task.await.unwrap();
            s.print(format!("joined {name}"));
        }
    });
}

#[test]
fn a_task_spawned_in_a_turn_waits_for_the_next() {
    async fn parent(s: Scene, name: &str, child_name: &'static str) {
        s.print(format!("{name} spawns"));
        let child = s.spawn(|s| s.steps(child_name, 1));
        s.turn().await;
        s.print(format!("{name} again"));
        child.await.unwrap();
        s.print(format!("{name} end"));
    }
    check("a_task_spawned_in_a_turn_waits_for_the_next", async |s: Scene| {
        let first = s.spawn(|s| parent(s, "a", "a-child"));
        let second = s.spawn(|s| parent(s, "b", "b-child"));
        let ticker = s.spawn(|s| s.steps("tick", 6));
        first.await.unwrap();
        second.await.unwrap();
        ticker.await.unwrap();
    });
}

#[test]
fn wakes_and_spawns_keep_the_order_of_the_calls() {
    async fn worker(s: Scene) -> &'static str {
        s.print("worker");
        "result"
    }
    async fn joiner(s: Scene, task: Join<&'static str>) {
        s.print("joiner waits");
        let result = task.await.unwrap();
        s.print(format!("joiner has {result}"));
    }
    async fn spawner(s: Scene) {
        s.print("spawner");
        s.spawn(|s| s.steps("spawned", 1));
    }
    check("wakes_and_spawns_keep_the_order_of_the_calls", async |s: Scene| {
        let task = s.spawn(worker);
        s.spawn(|s| joiner(s, task));
        s.turn().await;
        s.print("main between");
        s.spawn(spawner);
        let other = s.spawn(worker);
        s.spawn(|s| joiner(s, other));
        s.steps("tick", 5).await;
    });
}

#[test]
fn joining_a_finished_task_does_not_yield() {
    check("joining_a_finished_task_does_not_yield", async |s: Scene| {
        let finished = s.spawn(|s| s.steps("finished", 0));
        s.turn().await;
        s.spawn(|s| s.steps("other", 2));
        s.print("before");
        let name = finished.await.unwrap();
        s.print(format!("joined {name}"));
        s.print("after, and other has not run");
        s.turn().await;
    });
}

#[test]
fn equal_deadlines_leave_in_the_order_of_the_heap() {
    async fn sleeper(s: Scene, n: usize, when: f64) {
        s.spawner.sleep_until(when).await;
        s.print(format!("sleeper {n}"));
        s.turn().await;
        s.print(format!("sleeper {n} again"));
    }
    check("equal_deadlines_leave_in_the_order_of_the_heap", async |s: Scene| {
        let when = s.spawner.now() + 0.02;
        let tasks: Vec<_> = (0..8).map(|n| s.spawn(|s| sleeper(s, n, when))).collect();
        for task in tasks {
            task.await.unwrap();
        }
    });
}

#[test]
fn sleeps_end_by_deadline_and_in_two_turns() {
    async fn sleeper(s: Scene, name: &str, delay: f64) -> &str {
        s.spawner.sleep(delay).await;
        s.print(format!("{name} awake"));
        name
    }
    async fn sleep_until_and_say(s: Scene, when: f64) {
        s.spawner.sleep_until(when).await;
        s.print("slept until the past");
    }
    check("sleeps_end_by_deadline_and_in_two_turns", async |s: Scene| {
        let tasks = [("late", 0.06), ("early", 0.02), ("middle", 0.04)]
            .map(|(name, delay)| s.spawn(|s| sleeper(s, name, delay)));
        for task in tasks.into_iter().take(2) {
            let name = task.await.unwrap();
            s.print(format!("joined {name}"));
        }
        s.spawn(|s| sleep_until_and_say(s, 0.0));
        s.steps("tick", 4).await;
    });
}

#[test]
fn a_cancelled_task_ends_in_its_next_turn() {
    struct Dropped(Scene, &'static str);
    impl Drop for Dropped {
        fn drop(&mut self) {
            self.0.print(format!("{} dropped", self.1));
        }
    }
    async fn victim(s: Scene, name: &'static str) {
        let _dropped = Dropped(s.clone(), name);
        s.spawner.sleep(3600.0).await;
    }
    async fn witness(s: Scene, name: &str, task: Rc<RefCell<Join<()>>>) {
        // Shared, since main goes on to cancel it again.
        let result = std::future::poll_fn(|cx| std::pin::Pin::new(&mut *task.borrow_mut()).poll(cx)).await;
        if result.is_err() {
            s.print(format!("{name} was cancelled"));
        }
    }
    let python = |cancelled: bool| if cancelled { "True" } else { "False" };
    check("a_cancelled_task_ends_in_its_next_turn", async move |s: Scene| {
        let victims = ["a", "b"].map(|name| (name, Rc::new(RefCell::new(s.spawn(|s| victim(s, name))))));
        for (name, task) in victims.clone() {
            s.spawn(|s| witness(s, name, task));
        }
        s.turn().await;
        let [a, b] = victims.map(|(_, task)| task);
        let (cancelled_b, cancelled_a) = (b.borrow().cancel(), a.borrow().cancel());
        s.print(format!("cancel {} {}", python(cancelled_b), python(cancelled_a)));
        s.clone().steps("tick", 4).await;
        s.print(format!("cancel {}", python(a.borrow().cancel())));
    });
}

#[test]
fn the_loop_ends_one_turn_after_main() {
    check("the_loop_ends_one_turn_after_main", async |s: Scene| {
        s.spawn(|s| s.steps("left", 9));
        s.turn().await;
        s.print("main ends");
    });
}
