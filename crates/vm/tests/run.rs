//! Small programs run on the machine alone: what they print, at several slices.

use loopthread_vm::compile::Mode;
use loopthread_vm::native::{Outcome, host};
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::run::{Budget, Exit, Fiber};

/// Runs a program to its end and gives what it printed, and the class and text of what it raised.
fn run(source: &str, slice: i64) -> String {
    let mut vm = Vm::new();
    let mut out = String::new();
    let module = vm.new_module("__main__", None);
    let Value::Obj(module) = module else { panic!("a module is an object") };
    let globals = vm.dict_for(module);
    let code = match vm.compile_source(source, "main.py", Mode::Exec, false) {
        Ok(code) => code,
        Err(raised) => return format!("{}\n", vm.type_name(raised.0)),
    };
    let body = vm.function_of(code, globals);
    let mut fiber = Fiber::default();
    vm.call(&mut fiber, body, Default::default());
    loop {
        let mut budget = Budget { slice, interval: i64::MAX };
        match vm.run(&mut fiber, &mut budget) {
            Exit::Done(Outcome::Raised(exc)) => {
                let args = vm.exception_of(exc).map(|e| e.args).unwrap_or_default();
                let text: Vec<String> = vm
                    .tuple_of(args)
                    .unwrap_or(&[])
                    .to_vec()
                    .iter()
                    .map(|&a| vm.str_of(a).map_or_else(|| vm.type_name(a).to_owned(), str::to_owned))
                    .collect();
                out.push_str(&format!("{}: {}\n", vm.type_name(exc), text.join(", ")));
                return out;
            }
            Exit::Done(_) => return out,
            Exit::Slice | Exit::Switch | Exit::Raise { .. } => {}
            Exit::Stop { .. } => vm.pass_stop(),
            Exit::Collect => {
                if let Some(action) = vm.collect(&[&fiber], true) {
                    vm.insert(&mut fiber, Ok(action));
                }
            }
            Exit::Host(call) if call.op == host::BURY => {
                let action = vm.bury(&[&fiber]);
                vm.answer_action(&mut fiber, action);
            }
            Exit::Host(call) if call.op == host::WRITE => {
                out.push_str(vm.str_of(call.args[1]).unwrap_or(""));
                vm.answer(&mut fiber, Outcome::Returned(Value::None));
            }
            Exit::Host(call) => panic!("host call {}", call.op),
            Exit::Bug(message) => panic!("bug: {message}"),
        }
    }
}

fn prints(source: &str, expected: &str) {
    for slice in [1, 7, 64, i64::MAX] {
        assert_eq!(run(source, slice), expected, "slice {slice}\n{source}");
    }
}

#[test]
fn functions_loops_and_closures_run() {
    prints(
        "def f(a, b=2, *c, d, **e):\n    return a, b, c, d, e\nprint(f(1, d=4, z=5))\n",
        "(1, 2, (), 4, {'z': 5})\n",
    );
    prints(
        "t = 0\nfor i in range(10):\n    if i == 3: continue\n    if i == 8: break\n    t += i\nelse:\n    t = -1\nprint(t)\n",
        "25\n",
    );
    prints(
        "def outer():\n    n = 0\n    def inc():\n        nonlocal n\n        n += 1\n        return n\n    return inc\nf = outer()\nf(); f()\nprint(f())\n",
        "3\n",
    );
}

#[test]
fn classes_inherit_and_super_finds_the_next() {
    prints(
        "class A:\n    def __init__(self, x):\n        self.x = x\n    def hi(self):\n        return 'A' + str(self.x)\nclass B(A):\n    def __init__(self):\n        super().__init__(5)\n    def hi(self):\n        return 'B' + super().hi()\n    @property\n    def p(self): return self.x * 2\n    @staticmethod\n    def s(): return 's'\n    @classmethod\n    def c(cls): return cls.__name__\nb = B()\nprint(b.hi(), b.p, B.s(), b.c(), isinstance(b, A))\n",
        "BA5 10 s B True\n",
    );
}

#[test]
fn exceptions_are_raised_caught_and_chained() {
    prints(
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    print('caught', e)\nfinally:\n    print('done')\n",
        "caught division by zero\ndone\n",
    );
    prints("def f():\n    try:\n        return 1\n    finally:\n        print('f')\nprint(f())\n", "f\n1\n");
    prints(
        "try:\n    try:\n        raise ValueError('a')\n    except ValueError as e:\n        raise KeyError('b') from e\nexcept KeyError as e:\n    print(type(e.__cause__).__name__, e.args)\n",
        "ValueError ('b',)\n",
    );
    prints("raise ValueError('out')\n", "ValueError: out\n");
}

#[test]
fn generators_yield_send_throw_and_close() {
    prints(
        "def g():\n    try:\n        x = yield 1\n        print('got', x)\n        yield 2\n    finally:\n        print('closed')\ni = g()\nprint(next(i), i.send('s'))\ni.close()\n",
        "got s\n1 2\nclosed\n",
    );
    prints(
        "def a():\n    r = yield from b()\n    print('r', r)\n    yield 9\ndef b():\n    yield 1\n    yield 2\n    return 'end'\nprint(list(a()))\n",
        "r end\n[1, 2, 9]\n",
    );
    prints(
        "def g():\n    try:\n        yield 1\n    except ValueError as e:\n        print('in', e)\n        yield 2\ni = g()\nnext(i)\nprint(i.throw(ValueError('x')))\n",
        "in x\n2\n",
    );
}

#[test]
fn coroutines_run_when_driven() {
    prints(
        "class Wait:\n    def __await__(self):\n        r = yield 'w'\n        return r\nasync def inner():\n    return await Wait()\nasync def outer():\n    return [await inner(), await inner()]\nc = outer()\nprint(c.send(None), c.send(1))\ntry:\n    c.send(2)\nexcept StopIteration as e:\n    print(e.value)\n",
        "w w\n[1, 2]\n",
    );
    prints(
        "async def agen():\n    for i in range(3):\n        yield i\nasync def main():\n    out = []\n    async for x in agen():\n        out.append(x)\n    return out + [y async for y in agen() if y]\ntry:\n    main().send(None)\nexcept StopIteration as e:\n    print(e.value)\n",
        "[0, 1, 2, 1, 2]\n",
    );
}

#[test]
fn with_statements_enter_and_exit() {
    prints(
        "class M:\n    def __enter__(self):\n        print('in')\n        return 5\n    def __exit__(self, t, v, tb):\n        print('out', t and t.__name__)\n        return True\nwith M() as m:\n    print(m)\nwith M():\n    raise ValueError\nprint('after')\n",
        "in\n5\nout None\nin\nout ValueError\nafter\n",
    );
}

#[test]
fn an_endless_loop_stops_at_the_end_of_each_slice() {
    let mut vm = Vm::new();
    let Value::Obj(module) = vm.new_module("__main__", None) else { panic!("a module is an object") };
    let globals = vm.dict_for(module);
    let Ok(code) = vm.compile_source("while True: pass", "main.py", Mode::Exec, false) else {
        panic!("compiles")
    };
    let body = vm.function_of(code, globals);
    let mut fiber = Fiber::default();
    vm.call(&mut fiber, body, Default::default());
    for _ in 0..3 {
        let mut budget = Budget { slice: 1000, interval: i64::MAX };
        assert!(matches!(vm.run(&mut fiber, &mut budget), Exit::Slice));
        assert!(budget.slice <= 0);
    }
}
