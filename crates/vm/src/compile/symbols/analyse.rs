//! Decides where each name of each scope lives.
//!
//! Outside in, a scope learns which names functions around it bind; inside out, it learns which of its own names are
//! captured. Two sets come out of a scope: names that functions inside need in cells, and names that inlined comprehensions
//! use directly in the frame.

use ruff_python_ast::name::Name;
use rustc_hash::FxHashSet;

use super::{Place, ScopeId, ScopeKind, Symbols};
use crate::sorted::sorted;

type Names = FxHashSet<Name>;

/// What a scope needs from those around it.
#[derive(Default)]
struct Needs {
    /// In cells.
    cells: Names,
    /// In the frame, by inlined comprehensions.
    direct: Names,
}

/// Analyses all scopes.
pub(super) fn analyse(symbols: &mut Symbols) {
    scope(symbols, Symbols::MODULE, &Names::default(), &Names::default());
}

/// `bound` are names bound by functions around; `globals` those that `global` statements around declare.
fn scope(symbols: &mut Symbols, id: ScopeId, bound: &Names, globals: &Names) -> Needs {
    let Some(this) = symbols.get(id) else { return Needs::default() };
    let (kind, children) = (this.kind, this.children.clone());
    let class_names = this.sees_class.then(|| class_names(symbols, this.parent)).flatten();
    let Some(this) = symbols.get_mut(id) else { return Needs::default() };

    let mut visible = bound.clone();
    let mut globals_inside = globals.clone();
    let mut used_free = Names::default();
    for (name, uses) in &this.uses {
        let place = if uses.global {
            globals_inside.insert(name.clone());
            visible.remove(name);
            Place::GlobalExplicit
        } else if uses.nonlocal {
            Place::Free
        } else if uses.bound {
            globals_inside.remove(name);
            Place::Local
        } else if class_names.as_ref().is_some_and(|names| names.contains(name)) {
            Place::GlobalImplicit
        } else if bound.contains(name) && !globals.contains(name) {
            Place::Free
        } else {
            Place::GlobalImplicit
        };
        if place == Place::Free {
            used_free.insert(name.clone());
        }
        if place == Place::Local && kind.is_function() {
            visible.insert(name.clone());
        }
        this.places.insert(name.clone(), place);
    }
    if kind == ScopeKind::Class {
        // What a class declares global is global in its body only.
        visible = bound.clone();
        globals_inside = globals.clone();
        for name in ["__class__", "__classdict__"] {
            visible.insert(Name::new_static(name));
        }
    }

    let mut needs = Needs::default();
    for child in children {
        let inlined = symbols.get(child).is_some_and(|child| child.kind == ScopeKind::Comprehension);
        let inner = scope(symbols, child, &visible, &globals_inside);
        needs.cells.extend(inner.cells);
        if inlined {
            needs.direct.extend(inner.direct);
        }
    }
    let Some(this) = symbols.get_mut(id) else { return Needs::default() };
    if kind == ScopeKind::Class {
        this.needs_class_cell = needs.cells.remove("__class__") | needs.direct.remove("__class__");
        this.needs_class_dict = needs.cells.remove("__classdict__") | needs.direct.remove("__classdict__");
    } else if kind.is_function() {
        for (name, place) in &mut this.places {
            if *place == Place::Local {
                needs.direct.remove(name);
                if needs.cells.remove(name) {
                    *place = Place::Cell;
                }
            }
        }
    } else {
        needs = Needs::default();
    }
    needs.direct.extend(used_free);
    if kind != ScopeKind::Comprehension {
        needs.cells.extend(needs.direct.drain());
        this.free = sorted(needs.cells.iter().cloned());
    }
    needs
}

/// Names that the class around a type-parameter scope binds itself.
fn class_names(symbols: &Symbols, class: Option<ScopeId>) -> Option<Names> {
    let mut class = symbols.get(class?)?;
    while class.kind != ScopeKind::Class {
        class = symbols.get(class.parent?)?;
    }
    let own = class.uses.iter().filter(|(_, uses)| uses.bound && !uses.nonlocal);
    Some(own.map(|(name, _)| name.clone()).collect())
}
