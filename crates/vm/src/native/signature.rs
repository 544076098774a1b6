//! Signatures of native functions: parsed once from their declaration, then used to bind arguments.
//!
//! Messages for wrong arguments are CPython's for its C functions, which depend on the parameters' kinds.

use crate::errors;
use crate::native::{Args, Raised};
use crate::value::{Id, Value};
use crate::vm::Vm;

/// The parameters of a native function.
#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// Names of the fixed parameters in order.
    names: Vec<Id>,
    /// Whether each must be given.
    required: Vec<bool>,
    /// The first so many are positional-only.
    posonly: usize,
    /// The first so many may be given by position; the rest by keyword only.
    positional: usize,
    varargs: bool,
    /// The first parameter is the instance or class.
    method: bool,
}

impl Signature {
    /// Reads `"self, a, b?, /, c?, *, key?"`: `?` marks what may be left out, `/` and `*` as in Python, `*args` collects.
    pub fn parse(vm: &mut Vm, text: &str, method: bool) -> Signature {
        let mut s = Signature { method, ..Signature::default() };
        let mut keyword_only = false;
        for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            match part {
                "/" => s.posonly = s.names.len(),
                "*" => keyword_only = true,
                _ if part.starts_with('*') => {
                    s.varargs = true;
                    keyword_only = true;
                }
                _ => {
                    let name = part.trim_end_matches('?');
                    s.names.push(vm.intern(name));
                    s.required.push(!part.ends_with('?'));
                    if !keyword_only {
                        s.positional = s.names.len();
                    }
                }
            }
        }
        s
    }

    /// How many fixed parameters there are; surplus positional arguments come after them.
    pub fn fixed(&self) -> usize {
        self.names.len()
    }

    /// Whether the arguments are in parameter order as they are, and none is missing.
    #[inline]
    pub fn fits(&self, args: &Args) -> bool {
        let given = args.values.len();
        args.keywords.is_empty() && given == self.names.len() && self.positional == given
    }

    /// Puts arguments in parameter order; `qualname` is for messages.
    pub fn bind(&self, vm: &mut Vm, qualname: &str, args: &mut Args) -> Result<(), Raised> {
        if self.fits(args) {
            return Ok(());
        }
        let given = args.positional().len();
        if given > self.positional && !self.varargs {
            return Err(self.wrong_count(vm, qualname, given, args.keywords.len()));
        }
        let mut bound = Args::new();
        bound.values.extend(args.positional().iter().copied().take(self.positional));
        bound.values.resize(self.names.len(), Value::Unbound);
        for (name, value) in args.named() {
            let named = &self.names[self.posonly.min(self.names.len())..];
            let at = named.iter().position(|&n| n == name);
            let at = at.or_else(|| named.iter().position(|&n| vm.same_text(n, name)));
            match at.map(|at| at + self.posonly) {
                Some(at) if bound.values[at].is_unbound() => bound.values[at] = value,
                Some(at) => {
                    let keyword = vm.text(name).to_owned();
                    return Err(errors::argument_twice(
                        vm,
                        bare(qualname),
                        &keyword,
                        at + 1 - usize::from(self.method),
                    ));
                }
                None if self.posonly == self.names.len() => {
                    return Err(errors::takes_no_keywords(vm, called(qualname)));
                }
                None => {
                    let keyword = vm.text(name).to_owned();
                    let known: Vec<String> =
                        self.names.iter().skip(self.posonly).map(|&name| vm.text(name).to_owned()).collect();
                    let known = known.iter().map(String::as_str);
                    return Err(errors::unexpected_keyword(vm, bare(qualname), &keyword, known));
                }
            }
        }
        if self.varargs {
            bound.values.extend(args.positional().iter().copied().skip(self.positional));
        }
        for (at, required) in self.required.iter().enumerate() {
            if *required && bound.values[at].is_unbound() {
                if self.posonly == self.names.len() || at < self.posonly {
                    return Err(self.wrong_count(vm, qualname, given, args.keywords.len()));
                }
                let name = vm.text(self.names[at]).to_owned();
                return Err(errors::missing_argument(
                    vm,
                    bare(qualname),
                    &name,
                    at + 1 - usize::from(self.method),
                ));
            }
        }
        *args = bound;
        Ok(())
    }

    /// `given` by position, `named` by keyword.
    fn wrong_count(&self, vm: &mut Vm, qualname: &str, given: usize, named: usize) -> Raised {
        let hidden = usize::from(self.method);
        if given < hidden {
            return errors::needs_an_argument(vm, qualname);
        }
        let least = self.required.iter().take(self.positional).filter(|r| **r).count() - hidden;
        let most = self.positional - hidden;
        let given = given - hidden;
        if is_slot_wrapper(qualname) && least == most {
            let s = if most == 1 { "" } else { "s" };
            return errors::type_error(vm, format!("expected {most} argument{s}, got {given}"));
        }
        if self.posonly < self.names.len() {
            let (name, all, given_all) = (bare(qualname), self.names.len() - hidden, given + named);
            return match given {
                _ if given_all > all => errors::takes(vm, name, "at most", all, "", given_all),
                _ if most == 0 => errors::takes_no_positional(vm, name),
                _ if least == most => errors::takes(vm, name, "exactly", most, "positional ", given),
                _ if given < least => errors::takes(vm, name, "at least", least, "positional ", given),
                _ => errors::takes(vm, name, "at most", most, "positional ", given),
            };
        }
        match (least, most) {
            (0, 0) if !self.varargs => errors::takes_none(vm, qualname, given),
            (1, 1) if !self.varargs && called(qualname) == qualname => {
                errors::takes_exactly_one(vm, qualname, given)
            }
            _ if self.varargs => errors::expected_count(vm, bare(qualname), least, usize::MAX, given),
            _ => errors::expected_count(vm, bare(qualname), least, most, given),
        }
    }
}

/// Whether CPython has a slot for the special method, whose wrapper counts without saying for whom.
fn is_slot_wrapper(qualname: &str) -> bool {
    let name = qualname.rsplit('.').next().unwrap_or(qualname);
    let special = name.starts_with("__") && name.ends_with("__") && called(qualname) == qualname;
    special
        && !matches!(
            name,
            "__format__" | "__reversed__" | "__import__" | "__build_class__" | "__class_getitem__"
        )
        && !matches!(
            qualname,
            "list.__getitem__"
                | "dict.__getitem__"
                | "dict.__contains__"
                | "set.__contains__"
                | "frozenset.__contains__"
        )
}

/// `list` of `list.__init__`: what is called is the class.
fn called(qualname: &str) -> &str {
    qualname.strip_suffix(".__init__").or(qualname.strip_suffix(".__new__")).unwrap_or(qualname)
}

/// `split` of `str.split`. What is a function in CPython's Python keeps its class.
fn bare(qualname: &str) -> &str {
    if qualname.starts_with("BaseEventLoop.") {
        return qualname;
    }
    called(qualname).rsplit('.').next().unwrap_or(qualname)
}
