//! Wakers: made per poll, ring once, arrive through the inbox from any thread, and may come late.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};

use futures::channel::oneshot;
use futures::future::{join_all, select};
use loopthread_executor::{Executor, Host, Join, Local, Queue, Sampled, Stall, Step, Turn, Virtual};

/// Unparks the thread that drives a loop.
struct Unpark(thread::Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// What a program with real threads does: run, and park until a waker rings.
fn drive<T>(local: &mut Local, join: &mut Join<T>) -> T {
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(20) {
        assert_eq!(local.run(), Stall::Forever);
        if let Some(result) = join.take_result() {
            return result.expect("nobody cancels it");
        }
        local.set_driver(Waker::from(Arc::new(Unpark(thread::current()))));
        thread::park_timeout(Duration::from_secs(20));
    }
    panic!("no waker rang");
}

#[test]
fn wakers_from_another_thread_arrive_through_the_inbox() {
    let mut local = Local::new(Virtual::default());
    let (senders, receivers): (Vec<_>, Vec<_>) = (0..50).map(|_| oneshot::channel::<usize>()).unzip();
    let mut join = local.spawner().spawn(join_all(receivers));
    let thread = thread::spawn(move || {
        for (n, sender) in senders.into_iter().enumerate() {
            if n % 10 == 0 {
                thread::sleep(Duration::from_millis(2));
            }
            sender.send(n).expect("the receiver waits");
        }
    });
    let received: Vec<usize> = drive(&mut local, &mut join).into_iter().flatten().collect();
    assert_eq!(received, (0..50).collect::<Vec<_>>());
    thread.join().unwrap();
}

#[test]
fn a_driver_is_woken_at_once_if_something_has_arrived_already() {
    struct Count(std::sync::atomic::AtomicUsize);
    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        }
    }
    let count = Arc::new(Count(0.into()));
    let executor: Executor<u32> = Executor::new();
    let inbox = executor.queue().inbox();
    inbox.send(1);
    inbox.set_driver(Waker::from(Arc::clone(&count)));
    assert_eq!(count.0.load(std::sync::atomic::Ordering::SeqCst), 1);
}

/// Counts steps and keeps the waker of each.
#[derive(Default)]
struct Keep {
    wakers: Vec<Waker>,
}

impl loopthread_executor::Handles<u32> for Keep {}

impl Host<u32> for Keep {
    fn step(&mut self, queue: &mut Queue<u32>, handle: &u32) -> Step {
        self.wakers.push(queue.waker(handle));
        Step::Waiting
    }
}

fn turn(executor: &mut Executor<u32>, host: &mut Keep) -> Turn {
    executor.begin_turn(0.0, host);
    executor.turn(host)
}

#[test]
fn a_waker_rings_once_however_often_it_and_its_clones_are_woken() {
    let (mut executor, mut host) = (Executor::new(), Keep::default());
    executor.queue_mut().call_soon(1);
    assert_eq!(turn(&mut executor, &mut host), Turn::Ran(1));
    let clone = host.wakers[0].clone();
    for _ in 0..3 {
        host.wakers[0].wake_by_ref();
        clone.wake_by_ref();
    }
    assert_eq!(turn(&mut executor, &mut host), Turn::Ran(1));
    host.wakers[0].wake_by_ref();
    assert_eq!(turn(&mut executor, &mut host), Turn::Idle);
}

#[test]
fn a_clone_has_its_own_inbox_with_what_had_arrived() {
    let (mut original, mut host) = (Executor::new(), Keep::default());
    original.queue_mut().inbox().send(1);
    let mut clone = original.clone();
    original.queue().inbox().send(2);
    clone.queue().inbox().send(3);
    clone.queue().inbox().send(4);
    assert_eq!(turn(&mut original, &mut host), Turn::Ran(2));
    assert_eq!(turn(&mut clone, &mut host), Turn::Ran(3));
}

#[test]
fn no_waker_outlives_its_use_in_the_executor() {
    let mut executor: Executor<u32> = Executor::new();
    let waker = executor.queue().waker(&7);
    assert_eq!(Arc::strong_count(executor.queue().inbox()), 2);
    waker.wake();
    assert_eq!(Arc::strong_count(executor.queue().inbox()), 1);
    executor.begin_turn(0.0, &mut ());
    assert_eq!(executor.take_next(&()), Some(7));
}

#[test]
fn a_late_wake_of_a_finished_or_cancelled_task_is_ignored() {
    let mut local = Local::new(Virtual::default());
    let spawner = local.spawner();
    let polls = Rc::new(Cell::new(0));
    let kept: Rc<RefCell<Vec<Waker>>> = Rc::default();
    let task = |mut polls_left: u32| {
        let (polls, kept) = (Rc::clone(&polls), Rc::clone(&kept));
        poll_fn(move |cx| {
            polls.set(polls.get() + 1);
            kept.borrow_mut().push(cx.waker().clone());
            polls_left -= 1;
            if polls_left == 0 { Poll::Ready(()) } else { Poll::Pending }
        })
    };
    let _finished = spawner.spawn(task(1));
    let cancelled = spawner.spawn(task(2));
    assert_eq!(local.run(), Stall::Forever);
    assert!(cancelled.cancel());
    assert_eq!(local.run(), Stall::Forever);
    assert!(cancelled.is_done());
    assert_eq!(polls.get(), 2);

    kept.borrow().iter().for_each(Waker::wake_by_ref);
    assert_eq!(local.run(), Stall::Forever);
    assert_eq!(polls.get(), 2);

    drop(local);
    kept.borrow().iter().for_each(Waker::wake_by_ref);
}

#[test]
fn dropping_a_loop_drops_its_tasks_and_tells_those_who_wait() {
    let local = Local::new(Virtual::default());
    let spawner = local.spawner();
    let witness = Rc::new(());
    let inside = Rc::clone(&witness);
    let mut join = spawner.spawn({
        let spawner = spawner.clone();
        async move {
            spawner.sleep(1.0).await;
            drop(inside);
        }
    });
    drop(local);
    assert_eq!(Rc::strong_count(&witness), 1);
    assert!(join.take_result().expect("it is done").is_err());
}

#[test]
fn a_dropped_sleep_is_a_cancelled_timer() {
    let mut local = Local::new(Virtual::starting_at(1.0));
    let spawner = local.spawner();
    let ended = local.block_on(async move {
        for _ in 0..500 {
            select(spawner.sleep(3600.0), Box::pin(spawner.sleep(0.01))).await;
        }
        spawner.now()
    });
    assert!(ended.is_ok_and(|now| (6.0..7.0).contains(&now)), "{ended:?}");
    // What was cancelled is no reason to wait.
    assert_eq!(local.run(), Stall::Forever);
}

#[test]
fn a_deadlock_is_a_stall_for_ever() {
    let mut local = Local::new(Virtual::default());
    assert_eq!(local.block_on(std::future::pending::<()>()), Err(Stall::Forever));
}

#[test]
fn a_sampled_clock_brings_the_loop_back_to_its_driver_and_a_late_sample_is_worked_off_by_deadline() {
    let clock = Rc::new(RefCell::new(Sampled::default()));
    clock.borrow_mut().sample(1000.0);
    let mut local = Local::new(Rc::clone(&clock));
    let spawner = local.spawner();
    let seen: Rc<RefCell<Vec<f64>>> = Rc::default();
    let sleepers: Vec<_> = [0.03, 0.01, 0.02, 9.0]
        .map(|delay| {
            let (sleeper, seen) = (spawner.clone(), Rc::clone(&seen));
            spawner.spawn(async move {
                sleeper.sleep(delay).await;
                seen.borrow_mut().push((sleeper.now() * 1e3).round());
            })
        })
        .into_iter()
        .collect();
    let Stall::Until(until) = local.run() else { panic!("it waits") };
    assert!((0.01..0.0111).contains(&until), "{until}");
    clock.borrow_mut().sample(1000.5);
    assert!(matches!(local.run(), Stall::Until(until) if (9.0..9.002).contains(&until)));
    let seen = seen.borrow();
    assert!(seen.iter().zip([10.0, 20.0, 30.0]).all(|(a, b)| (a - b).abs() <= 2.0), "{seen:?}");
    assert_eq!(seen.len(), 3);
    assert_eq!(sleepers.iter().filter(|sleeper| sleeper.is_done()).count(), 3);
}

#[test]
fn a_waker_that_rings_cuts_a_wait_short_and_the_rest_of_the_wait_goes_on() {
    let clock = Rc::new(RefCell::new(Sampled::default()));
    let mut local = Local::new(Rc::clone(&clock));
    let spawner = local.spawner();
    let (sender, receiver) = oneshot::channel();
    let sleep = spawner.spawn(spawner.sleep(1.0));
    let mut receive = spawner.spawn(receiver);
    assert!(matches!(local.run(), Stall::Until(_)));
    sender.send(5).unwrap();
    assert!(matches!(local.run(), Stall::Until(_)));
    assert_eq!(receive.take_result(), Some(Ok(Ok(5))));
    assert!(!sleep.is_done());
    clock.borrow_mut().sample(0.0);
    clock.borrow_mut().sample(1.1);
    assert_eq!(local.run(), Stall::Forever);
    assert!(sleep.is_done());
}

#[test]
fn a_stopped_loop_goes_on_where_it_was() {
    let mut local = Local::new(Virtual::default());
    let spawner = local.spawner();
    let mut join = spawner.spawn({
        let spawner = spawner.clone();
        async move {
            spawner.stop();
            spawner.yield_now().await;
            "the rest"
        }
    });
    assert_eq!(local.run(), Stall::Stopped);
    assert!(!join.is_done());
    assert_eq!(local.run(), Stall::Forever);
    assert_eq!(join.take_result(), Some(Ok("the rest")));
}

#[test]
fn tasks_need_not_be_send() {
    let result = Local::new(Virtual::default()).block_on(async { Rc::new(3) });
    assert_eq!(result, Ok(Rc::new(3)));
}
