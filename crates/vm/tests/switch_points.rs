//! Where a thread may be switched: where CPython 3.13 looks at its eval breaker, and nowhere else.
//!
//! Which calls those are was measured with CPython: three threads that do `x = n; <the line>; n = x + 1` lose updates or never do. (A
//! call of `len`, `isinstance`, `type` or `list.append` is looked after the first time only: then CPython has a shortcut.)

use std::collections::BTreeSet;

use loopthread_vm::compile::Mode;
use loopthread_vm::native::{Outcome, host};
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::run::{Budget, Exit, Fiber};

/// A line with a mark may be left for another thread, any other may not.
const PROGRAM: &str = "\
L = [3, 1, 2]
def f(*args, **kwargs): return 1
def make(): yield 1
async def coroutine(): pass
class Plain: pass # switch
class Init: # switch
    def __init__(self): pass
class Special: # switch
    def __call__(self): return 1
    def __len__(self): return 1
    def __add__(self, other): return 1
    def m(self): return 1
    @property
    def p(self): return 1
special = Special() # switch
upper = 'a'.upper
print(1) # switch
sorted(L) # switch
sorted(L, key=f) # switch
sorted(*[L]) # switch
sorted(L, **{'reverse': True}) # switch
L.sort() # switch
L.append(4) # switch
max(L) # switch
sum(L) # switch
any(L) # switch
len(L) # switch
len(special) # switch
abs(1) # switch
int(1) # switch
str(1) # switch
str([1]) # switch
repr([1]) # switch
round(1.5) # switch
dict(a=1) # switch
tuple(L) # switch
enumerate(L) # switch
list(map(int, L)) # switch
list(make()) # switch
getattr(special, 'x', 1) # switch
'a'.upper() # switch
upper() # switch
Plain() # switch
Init() # switch
special() # switch
for _ in L: pass # switch
f(1)
f(1, x=1)
f(*L)
f(**{})
special.m()
special.p
special + 1
generator = make()
made = coroutine()
next(generator) # switch
generator.close() # switch
made.close() # switch
for _ in (): pass
[x for x in ()]
f'{L} {special.p}'
L[0:1] == [1] or 1 in L
a, b = 1, 2
";

#[test]
fn threads_switch_after_calls_of_what_is_no_python_function_and_at_backward_jumps() {
    let mut vm = Vm::new();
    let Value::Obj(module) = vm.new_module("__main__", None) else { panic!("a module is an object") };
    let globals = vm.dict_for(module);
    let Ok(code) = vm.compile_source(PROGRAM, "main.py", Mode::Exec, false) else { panic!("compiles") };
    let body = vm.function_of(code, globals);
    let mut fiber = Fiber::default();
    vm.call(&mut fiber, body, Default::default());
    let mut lines = BTreeSet::new();
    let mut begun = false;
    loop {
        let mut budget = Budget { slice: i64::MAX, interval: 1 };
        match vm.run(&mut fiber, &mut budget) {
            Exit::Switch if vm.frames.chain(fiber.top).count() == 1 => {
                // The first is the program's own entry.
                if std::mem::replace(&mut begun, true) {
                    lines.extend(fiber.top.and_then(|top| vm.line_at(top)));
                }
            }
            Exit::Switch => {}
            Exit::Host(call) if call.op == host::BURY => {
                let action = vm.bury(&[&fiber]);
                vm.answer_action(&mut fiber, action);
            }
            Exit::Host(_) => vm.answer(&mut fiber, Outcome::Returned(Value::None)),
            Exit::Done(Outcome::Returned(_)) => break,
            other => panic!("{other:?}"),
        }
    }
    let numbered = PROGRAM.lines().zip(1..);
    let expected =
        numbered.filter(|(line, _)| line.ends_with("# switch")).map(|(_, number)| number).collect();
    let of = |numbers: Vec<&u32>| -> Vec<&str> {
        numbers.into_iter().filter_map(|&number| PROGRAM.lines().nth(number as usize - 1)).collect()
    };
    assert!(
        lines == expected,
        "only here: {:?}\nmissing: {:?}",
        of(lines.difference(&expected).collect()),
        of(expected.difference(&lines).collect()),
    );
}
