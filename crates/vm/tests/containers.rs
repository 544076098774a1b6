//! Containers and iteration without a run loop: a few lines that carry out what natives answer, as long as it is native.

use loopthread_vm::code::Compare;
use loopthread_vm::frame::NativeFrame;
use loopthread_vm::heap::object::{Data, Range};
use loopthread_vm::native::{Action, NativeBody, NativeResult, Outcome};
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

/// Carries out native actions to the end: what comes back, or the text of the exception.
fn run(vm: &mut Vm, action: NativeResult) -> Result<Value, String> {
    let mut stack: Vec<NativeFrame> = Vec::new();
    let mut action = action;
    loop {
        let outcome = match action {
            Ok(Action::Return(value)) => Outcome::Returned(value),
            Ok(Action::Finished(value)) => Outcome::Finished(value),
            Ok(Action::Enter(frame)) => {
                stack.push(frame);
                Outcome::Start
            }
            Ok(Action::Call(callee, mut args)) => {
                let Some(Data::Native(f)) = vm.data(callee) else {
                    panic!("only natives can be called here")
                };
                let (signature, NativeBody::Machine(body)) = (f.signature.clone(), f.body) else {
                    panic!("host")
                };
                if let Some(signature) = signature {
                    signature.bind(vm, "f", &mut args).map_err(|_| "arguments".to_owned())?;
                }
                action = body(vm, &args);
                continue;
            }
            Ok(Action::Resume(..) | Action::Host(_)) => panic!("no generators, no host"),
            Ok(_) => panic!("not carried out here"),
            Err(raised) => Outcome::Raised(raised.0),
        };
        let Some(mut frame) = stack.pop() else {
            return match outcome {
                Outcome::Returned(value) => Ok(value),
                Outcome::Raised(exc) => {
                    let text = vm.native_str(exc);
                    let text = run(vm, text)?;
                    Err(format!("{}: {}", vm.type_name(exc), vm.str_of(text).unwrap_or("?")))
                }
                _ => Err("StopIteration".to_owned()),
            };
        };
        let next = frame.resume(vm, outcome);
        // A frame stays on the stack until it returns or raises.
        if matches!(next, Ok(Action::Enter(_) | Action::Call(..))) {
            stack.push(frame);
        }
        action = next;
    }
}

fn call(vm: &mut Vm, this: Value, method: &str, args: &[Value]) -> Result<Value, String> {
    let name = vm.intern(method);
    let Some(method) = vm.special(this, name) else { return Err(format!("no method {method}")) };
    let action = vm.call_dunder(method, this, args);
    run(vm, Ok(action))
}

fn repr(vm: &mut Vm, value: Value) -> String {
    let action = vm.repr(value);
    let text = run(vm, action).unwrap();
    vm.str_of(text).unwrap().to_owned()
}

fn ints(vm: &mut Vm, numbers: &[i64]) -> Value {
    vm.list(numbers.iter().map(|&n| Value::Int(n)).collect())
}

fn set(vm: &mut Vm, numbers: &[i64]) -> Value {
    let set = vm.set(Default::default());
    for &n in numbers {
        call(vm, set, "add", &[Value::Int(n)]).unwrap();
    }
    set
}

#[test]
fn nested_containers_are_written_as_cpython_writes_them() {
    let mut vm = Vm::new();
    let inner = ints(&mut vm, &[1, 2]);
    let text = vm.str("it's");
    let one = vm.tuple([text]);
    let outer = vm.list(vec![inner, one, Value::None, Value::Float(0.5), Value::Bool(true)]);
    call(&mut vm, outer, "append", &[outer]).unwrap();
    assert_eq!(repr(&mut vm, outer), "[[1, 2], (\"it's\",), None, 0.5, True, [...]]");
    let dict: Value = vm.dict(Default::default()).into();
    call(&mut vm, dict, "__setitem__", &[text, inner]).unwrap();
    assert_eq!(repr(&mut vm, dict), "{\"it's\": [1, 2]}");
    let items = call(&mut vm, dict, "items", &[]).unwrap();
    assert_eq!(repr(&mut vm, items), "dict_items([(\"it's\", [1, 2])])");
}

#[test]
fn lists_do_what_cpython_lists_do() {
    let mut vm = Vm::new();
    let list = ints(&mut vm, &[3, 1, 2, 1]);
    assert!(matches!(call(&mut vm, list, "index", &[Value::Int(1)]), Ok(Value::Int(1))));
    assert!(matches!(call(&mut vm, list, "count", &[Value::Int(1)]), Ok(Value::Int(2))));
    assert_eq!(call(&mut vm, list, "index", &[Value::Int(9)]).unwrap_err(), "ValueError: 9 is not in list");
    assert_eq!(
        call(&mut vm, list, "remove", &[Value::Int(9)]).unwrap_err(),
        "ValueError: list.remove(x): x not in list"
    );
    call(&mut vm, list, "insert", &[Value::Int(-1), Value::Int(7)]).unwrap();
    call(&mut vm, list, "sort", &[]).unwrap();
    assert_eq!(repr(&mut vm, list), "[1, 1, 2, 3, 7]");
    let range = vm.new_range(Range { start: 0, stop: 3, step: 1 });
    call(&mut vm, list, "extend", &[range]).unwrap();
    assert!(matches!(call(&mut vm, list, "pop", &[Value::Int(0)]), Ok(Value::Int(1))));
    assert_eq!(repr(&mut vm, list), "[1, 2, 3, 7, 0, 1, 2]");
    assert_eq!(
        call(&mut vm, list, "__getitem__", &[Value::Int(99)]).unwrap_err(),
        "IndexError: list index out of range"
    );
    let text = vm.str("x");
    assert_eq!(
        call(&mut vm, list, "__getitem__", &[text]).unwrap_err(),
        "TypeError: list indices must be integers or slices, not str"
    );
}

#[test]
fn unpacking_counts_as_cpython_does() {
    let mut vm = Vm::new();
    let list = ints(&mut vm, &[1, 2]);
    let action = vm.unpack(list, 3);
    assert_eq!(
        run(&mut vm, action).unwrap_err(),
        "ValueError: not enough values to unpack (expected 3, got 2)"
    );
    let range = vm.new_range(Range { start: 0, stop: 1_000_000, step: 1 });
    let action = vm.unpack(range, 2);
    assert_eq!(run(&mut vm, action).unwrap_err(), "ValueError: too many values to unpack (expected 2)");
    let action = vm.unpack(Value::Int(5), 2);
    assert_eq!(run(&mut vm, action).unwrap_err(), "TypeError: cannot unpack non-iterable int object");
    let list = ints(&mut vm, &[1, 2, 3, 4]);
    let action = vm.unpack_ex(list, 1, 1);
    let unpacked = run(&mut vm, action).unwrap();
    assert_eq!(repr(&mut vm, unpacked), "(1, [2, 3], 4)");
}

#[test]
fn comparisons_answer_or_refuse_in_cpython_words() {
    let mut vm = Vm::new();
    let (a, b) = (ints(&mut vm, &[1, 2, 3]), ints(&mut vm, &[1, 3]));
    let action = vm.compare(Compare::Lt, a, b);
    assert!(matches!(run(&mut vm, action), Ok(Value::Bool(true))));
    let text = vm.str("x");
    let action = vm.compare(Compare::Lt, Value::Int(1), text);
    assert_eq!(
        run(&mut vm, action).unwrap_err(),
        "TypeError: '<' not supported between instances of 'int' and 'str'"
    );
    let action = vm.compare(Compare::Eq, Value::Int(1), Value::Float(1.0));
    assert!(matches!(run(&mut vm, action), Ok(Value::Bool(true))));
    let (s, t) = (set(&mut vm, &[1, 2]), set(&mut vm, &[2, 1, 3]));
    let action = vm.compare(Compare::Lt, s, t);
    assert!(matches!(run(&mut vm, action), Ok(Value::Bool(true))));
}

#[test]
fn set_operations_give_the_right_members() {
    let mut vm = Vm::new();
    let (a, b) = (set(&mut vm, &[1, 2, 3]), set(&mut vm, &[2, 3, 4]));
    for (operation, expected) in
        [("__and__", "{2, 3}"), ("__or__", "{1, 2, 3, 4}"), ("__sub__", "{1}"), ("__xor__", "{1, 4}")]
    {
        let result = call(&mut vm, a, operation, &[b]).unwrap();
        let sorted = repr(&mut vm, result);
        assert_eq!(sorted, expected);
    }
}

#[test]
fn a_dict_that_changes_while_it_is_walked_is_an_error() {
    let mut vm = Vm::new();
    let dict: Value = vm.dict(Default::default()).into();
    for n in 0..3 {
        call(&mut vm, dict, "__setitem__", &[Value::Int(n), Value::None]).unwrap();
    }
    let iter = call(&mut vm, dict, "__iter__", &[]).unwrap();
    call(&mut vm, iter, "__next__", &[]).unwrap();
    call(&mut vm, dict, "pop", &[Value::Int(2)]).unwrap();
    assert_eq!(
        call(&mut vm, iter, "__next__", &[]).unwrap_err(),
        "RuntimeError: dictionary changed size during iteration"
    );
    assert_eq!(call(&mut vm, dict, "pop", &[Value::Int(7)]).unwrap_err(), "KeyError: 7");
}
