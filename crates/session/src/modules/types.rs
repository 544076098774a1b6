//! `_types`: the interpreter's own classes by the names that `types` gives them.

use loopthread_vm::native::{Args, Def, NativeResult};
use loopthread_vm::types;
use loopthread_vm::value::Id;
use loopthread_vm::vm::Vm;

use crate::glue::ret;
use crate::modules::set;

pub fn install(vm: &mut Vm, namespace: Id) {
    for (name, class) in CLASSES {
        set(vm, namespace, name, *class);
    }
    vm.add_functions(namespace, "_types", &[Def::function("with_module", "cls, /", with_module)]);
}

/// The class, which messages call by the name of its module, too, as they do with classes that CPython has in C.
fn with_module(vm: &mut Vm, args: &Args) -> NativeResult {
    if let Some(class) = vm.class_of_instance(args[0]) {
        let name = format!("{}.{}", vm.class_module(class), vm.class_name(class));
        vm.set_full_name(class, &name);
    }
    ret(args[0])
}

const CLASSES: &[(&str, Id)] = &[
    ("FunctionType", types::FUNCTION),
    ("LambdaType", types::FUNCTION),
    ("GeneratorType", types::GENERATOR),
    ("CoroutineType", types::COROUTINE),
    ("AsyncGeneratorType", types::ASYNC_GENERATOR),
    ("MethodType", types::METHOD),
    ("BuiltinFunctionType", types::BUILTIN_FUNCTION),
    ("BuiltinMethodType", types::BUILTIN_FUNCTION),
    ("WrapperDescriptorType", types::WRAPPER_DESCRIPTOR),
    ("MethodWrapperType", types::METHOD_WRAPPER),
    ("MethodDescriptorType", types::METHOD_DESCRIPTOR),
    ("ModuleType", types::MODULE),
    ("CodeType", types::CODE),
    ("FrameType", types::FRAME),
    ("TracebackType", types::TRACEBACK),
    ("CellType", types::CELL),
    ("GetSetDescriptorType", types::GETSET),
    ("MemberDescriptorType", types::MEMBER),
    ("MappingProxyType", types::MAPPINGPROXY),
    ("SimpleNamespace", types::SIMPLE_NAMESPACE),
    ("GenericAlias", types::GENERIC_ALIAS),
    ("UnionType", types::UNION_TYPE),
    ("NoneType", types::NONE),
    ("EllipsisType", types::ELLIPSIS),
    ("NotImplementedType", types::NOT_IMPLEMENTED),
];
