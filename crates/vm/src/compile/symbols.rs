//! The symbol table: which scope every name of a program belongs to (CPython's `symtable.c`).
//!
//! [`build`] visits the tree once and notes uses and bindings; [`analyse`] then decides for each scope and name. List, set and
//! dict comprehensions are scopes of their own here but run in the frame of the scope around them (PEP 709), so
//! **a name is captured in a cell only when a function of its own needs it**, not when an inlined comprehension does.
//! Deliberately absent: errors about misplaced `global`, `nonlocal` and the like, found before compiling.

mod analyse;
mod build;
mod definitions;
mod generics;

use rustc_hash::FxHashMap as HashMap;

use ruff_python_ast::name::Name;
use ruff_text_size::TextRange;

pub(super) use build::build;

/// Index into [`Symbols`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ScopeId(u32);

/// What opened a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ScopeKind {
    Module,
    Class,
    /// `def`
    Function,
    Lambda,
    /// A generator expression.
    Generator,
    /// A list, set or dict comprehension: inlined.
    Comprehension,
    /// `[T]` of a function or class.
    TypeParams,
    /// The value of a `type` statement.
    TypeAlias,
    /// The bound or constraints of a type parameter.
    TypeBound,
    /// The default of a type parameter.
    TypeDefault,
}

impl ScopeKind {
    /// Whether names of the scope live in slots.
    pub fn is_function(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

/// Where a name lives, seen from one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the scope itself: a slot of a function or comprehension, the namespace of a class or module.
    Local,
    /// As `Local`, in a cell, because a function inside uses it.
    Cell,
    /// In a scope around this one.
    Free,
    /// `global` says so.
    GlobalExplicit,
    /// Bound nowhere else.
    GlobalImplicit,
}

/// What a scope does with a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Uses {
    pub bound: bool,
    pub global: bool,
    pub nonlocal: bool,
}

/// One scope.
#[derive(Debug)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    pub children: Vec<ScopeId>,
    pub uses: HashMap<Name, Uses>,
    pub places: HashMap<Name, Place>,
    /// Names a closure over this scope must provide, sorted; empty for inlined comprehensions.
    pub free: Vec<Name>,
    /// Contains `yield`, or is a generator expression.
    pub is_generator: bool,
    /// `async def`, or contains `await` or `async for`.
    pub is_async: bool,
    /// A class whose methods use `__class__`.
    pub needs_class_cell: bool,
    /// A class whose type-parameter scopes look names up in its namespace.
    pub needs_class_dict: bool,
    /// A type-parameter scope right inside a class.
    pub sees_class: bool,
}

/// All scopes of one program.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    scopes: Vec<Scope>,
    by_node: HashMap<(TextRange, ScopeKind), ScopeId>,
}

impl Symbols {
    pub const MODULE: ScopeId = ScopeId(0);

    pub fn get(&self, id: ScopeId) -> Option<&Scope> {
        self.scopes.get(id.0 as usize)
    }

    /// The scope a node opened.
    pub fn of(&self, range: TextRange, kind: ScopeKind) -> Option<ScopeId> {
        self.by_node.get(&(range, kind)).copied()
    }

    pub fn place(&self, id: ScopeId, name: &str) -> Option<Place> {
        self.get(id).and_then(|scope| scope.places.get(name)).copied()
    }

    fn get_mut(&mut self, id: ScopeId) -> Option<&mut Scope> {
        self.scopes.get_mut(id.0 as usize)
    }

    fn add(&mut self, range: TextRange, kind: ScopeKind, parent: Option<ScopeId>) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        self.scopes.push(Scope {
            kind,
            parent,
            children: Vec::new(),
            uses: HashMap::default(),
            places: HashMap::default(),
            free: Vec::new(),
            is_generator: kind == ScopeKind::Generator,
            is_async: false,
            needs_class_cell: false,
            needs_class_dict: false,
            sees_class: false,
        });
        self.by_node.insert((range, kind), id);
        if let Some(parent) = parent.and_then(|parent| self.get_mut(parent)) {
            parent.children.push(id);
        }
        id
    }
}

/// A private name of a class, as the class's namespace has it (CPython's `_Py_Mangle`).
pub(super) fn mangle(class: Option<&Name>, name: &Name) -> Name {
    let Some(class) = class else { return name.clone() };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return name.clone();
    }
    match class.trim_start_matches('_') {
        "" => name.clone(),
        class => Name::concat(&["_", class, name.as_str()]),
    }
}
