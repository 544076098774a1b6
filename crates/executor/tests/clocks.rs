//! Clocks: monotonic, told the time, and never past a deadline that someone waits for.

use loopthread_executor::{Clock, Sampled, Virtual, selector_wait};

#[test]
fn a_virtual_clock_moves_a_nanosecond_per_read_and_jumps_to_deadlines() {
    let mut clock = Virtual::starting_at(5.0);
    assert_eq!(clock.now_ns(), 5_000_000_001);
    assert_eq!(clock.now(), 5.000000002);
    assert!(clock.advance_to(6.5));
    assert_eq!(clock.peek(), 6.5);
    assert!(clock.advance_to(2.0), "a deadline in the past is reached");
    assert_eq!(clock.peek(), 6.5);
    clock.advance(0.005);
    assert_eq!(clock.peek(), 6.505);
}

#[test]
fn a_clock_moved_to_a_deadline_is_never_before_it() {
    for n in 1..5000 {
        let deadline = f64::from(n) * 0.1 + 1e-7 / f64::from(n);
        let mut clock = Virtual::default();
        clock.advance_to(deadline);
        assert!(clock.now() >= deadline && clock.peek() < deadline + 1e-8, "{deadline}");
    }
}

#[test]
fn a_sampled_clock_moves_only_as_far_as_the_outside_has_come() {
    let mut clock = Sampled::default();
    clock.sample(100.0);
    assert!(!clock.advance_to(1.0));
    clock.sample(100.4);
    assert!(!clock.advance_to(1.0));
    assert_eq!(clock.peek(), 0.4);
    assert_eq!(clock.outside_wait(1.0), 0.6);
    clock.sample(103.0);
    assert_eq!(clock.peek(), 0.4, "a sample moves the limit, not the clock");
    assert!(clock.advance_to(1.0));
    assert_eq!(clock.peek(), 1.0);
    clock.catch_up();
    assert_eq!(clock.peek(), 3.0);
}

#[test]
fn an_outside_that_goes_back_does_not_take_time_back() {
    let mut clock = Sampled::default();
    for sample in [10.0, 11.0, 4.0, 11.0, f64::NAN, 12.0] {
        clock.sample(sample);
    }
    clock.catch_up();
    assert_eq!(clock.peek(), 2.0);
}

#[test]
fn the_speed_scales_time_and_may_change_on_the_way() {
    let mut clock = Sampled::with_speed(10.0);
    clock.sample(0.0);
    clock.sample(1.0);
    clock.set_speed(0.5);
    clock.sample(3.0);
    clock.catch_up();
    assert_eq!(clock.peek(), 11.0);
    assert_eq!(clock.outside_wait(12.0), 2.0);
    clock.set_speed(f64::NAN);
    assert_eq!(clock.outside_wait(12.0), 1.0, "what is no speed is real time");
}

#[test]
fn a_selector_waits_whole_milliseconds_rounded_up() {
    assert_eq!(selector_wait(0.0), 0.0);
    assert_eq!(selector_wait(-1.0), 0.0);
    assert_eq!(selector_wait(1e-9), 0.001);
    assert_eq!(selector_wait(0.5), 0.5);
    assert_eq!(selector_wait(0.4991), 0.5);
}
