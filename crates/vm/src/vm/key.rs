//! Hashes and equality of keys, as far as they are known without running Python.
//!
//! Numbers hash as in CPython (equal numbers of different types have equal hashes), so the order of small integers in sets can be
//! CPython's. Everything else hashes the same in every run.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::Vm;
use super::death::weak::WeakRef;
use super::truth::range_len;
use crate::errors;
use crate::heap::dict::{Found, Probe, Same};
use crate::heap::object::Data;
use crate::heap::object::Layout;
use crate::heap::{Dict, Set};
use crate::names;
use crate::native::Raised;
use crate::value::{Id, Value};

/// CPython's `_PyHASH_MODULUS`, the Mersenne prime 2^61 - 1.
const MODULUS: u64 = (1 << 61) - 1;

/// Tuples nested deeper than this are hashed and compared by frames, which the recursion limit counts.
const MAX_NESTING: u32 = 32;

/// What is known of a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    Known(i64),
    /// Only the class's `__hash__`, or an item's, can tell.
    Ask,
}

impl Vm {
    /// The hash of a value; TypeError for an unhashable one.
    pub fn hash(&mut self, value: Value) -> Result<Hash, Raised> {
        self.hash_nested(value, MAX_NESTING)
    }

    fn hash_nested(&mut self, value: Value, nesting: u32) -> Result<Hash, Raised> {
        let known = match value {
            Value::Unbound | Value::None => 0xfca8_6420,
            Value::NotImplemented => 0x1d2b_4a37,
            Value::Ellipsis => 0x2f5a_91c3,
            Value::Bool(b) => i64::from(b),
            Value::Int(i) => hash_int(i),
            Value::Float(f) => hash_float(f),
            Value::Obj(id) => return self.hash_object(id, nesting),
        };
        Ok(Hash::Known(known))
    }

    fn hash_object(&mut self, id: Id, nesting: u32) -> Result<Hash, Raised> {
        let class = self.heap.get(id).class;
        match self.class_attr(class, names::HASH) {
            Some(Value::None) => return Err(errors::unhashable(self, Value::Obj(id))),
            Some(method) if !self.is_native_function(method) => return Ok(Hash::Ask),
            _ => {}
        }
        let known = match self.heap.data(id) {
            Data::Str(s) => s.hash(),
            Data::Int(i) => hash_int(*i),
            Data::BigInt(n) => hash_big(n),
            Data::Float(f) => hash_float(*f),
            Data::Complex(c) => hash_float(c.0).wrapping_add(hash_float(c.1).wrapping_mul(1_000_003)),
            Data::Bytes(b) => hash_bytes(b),
            Data::Range(range) => {
                // As equality: what a range holds counts, not how it was made.
                let (length, start, step) = (range_len(range), range.start, range.step);
                let start = if length > 0 { Value::Int(start) } else { Value::None };
                let step = if length > 1 { Value::Int(step) } else { Value::None };
                return self.hash_items(&[Value::Int(length as i64), start, step], nesting);
            }
            data @ Data::Host(_) if let Some(weak) = data.host::<WeakRef>() => {
                return match (weak.hash, weak.referent) {
                    (Value::Int(hash), _) => Ok(Hash::Known(hash)),
                    (_, Some(referent)) => {
                        let hash = self.hash_object(referent, nesting)?;
                        if let (Hash::Known(hash), Some(weak)) = (&hash, self.host_mut::<WeakRef>(id.into()))
                        {
                            weak.hash = Value::Int(*hash);
                        }
                        Ok(hash)
                    }
                    (_, None) => Err(errors::type_error(self, "weak object has gone away")),
                };
            }
            Data::Tuple(items) => return self.hash_items(&items.clone(), nesting),
            Data::Slice(parts) => return self.hash_items(&parts.clone()[..], nesting),
            Data::Set(set) => mix_set(set),
            Data::Union(members) => {
                // Without order, as they are compared.
                let members = members.clone();
                let mut sum = 0i64;
                for member in members {
                    let Hash::Known(hash) = self.hash_nested(member, nesting)? else { return Ok(Hash::Ask) };
                    sum = sum.wrapping_add(hash);
                }
                sum
            }
            Data::BoundMethod(pair) | Data::GenericAlias(pair) => {
                let items = [pair.0, pair.1];
                return self.hash_items(&items, nesting);
            }
            Data::Code(code) => (code.0 as i64) << 4 | 3,
            Data::Traceback(entries) => entries.iter().map(|entry| i64::from(entry.ip)).sum(),
            _ => (id.index() as i64) << 4 | 1,
        };
        Ok(Hash::Known(known))
    }

    fn hash_items(&mut self, items: &[Value], nesting: u32) -> Result<Hash, Raised> {
        if nesting == 0 {
            return Ok(Hash::Ask);
        }
        let mut lanes = Vec::with_capacity(items.len());
        for &item in items {
            let Hash::Known(lane) = self.hash_nested(item, nesting - 1)? else { return Ok(Hash::Ask) };
            lanes.push(lane);
        }
        Ok(Hash::Known(mix_lanes(&lanes)))
    }

    /// Whether two values are the same key.
    pub fn same_key(&self, a: Value, b: Value) -> Same {
        self.same_nested(a, b, MAX_NESTING)
    }

    fn same_nested(&self, a: Value, b: Value, nesting: u32) -> Same {
        if a.is(b) {
            return Same::Yes;
        }
        match (a, b) {
            (Value::Obj(x), Value::Obj(y)) => self.same_object_key(x, y, nesting),
            (Value::Obj(x), small) | (small, Value::Obj(x)) => {
                if self.has_own_eq(x) {
                    return Same::Ask;
                }
                match (self.heap.data(x), small) {
                    (Data::Int(i), _) => self.same_number(Value::Int(*i), small),
                    (Data::Float(f), _) => self.same_number(Value::Float(*f), small),
                    (Data::Complex(c), _) if c.1 == 0.0 => self.same_number(Value::Float(c.0), small),
                    (Data::BigInt(n), Value::Float(f)) => yes_no(f == n.to_f64().unwrap_or(f64::NAN)),
                    _ => Same::No,
                }
            }
            _ => self.same_number(a, b),
        }
    }

    fn same_number(&self, a: Value, b: Value) -> Same {
        let whole = |v| match v {
            Value::Int(i) => Some(i),
            Value::Bool(b) => Some(i64::from(b)),
            _ => None,
        };
        match (a, b) {
            (Value::Float(x), Value::Float(y)) => yes_no(x == y),
            (Value::Float(f), other) | (other, Value::Float(f)) => {
                yes_no(whole(other).is_some_and(|i| i as f64 == f && f as i128 == i128::from(i)))
            }
            _ => yes_no(whole(a).is_some() && whole(a) == whole(b)),
        }
    }

    fn same_object_key(&self, x: Id, y: Id, nesting: u32) -> Same {
        match (self.heap.data(x), self.heap.data(y)) {
            (Data::Str(a), Data::Str(b)) if !self.has_own_eq(x) && !self.has_own_eq(y) => yes_no(a == b),
            _ if self.has_own_eq(x) || self.has_own_eq(y) => Same::Ask,
            (Data::BigInt(a), Data::BigInt(b)) => yes_no(a == b),
            (Data::Int(a), Data::Int(b)) => yes_no(a == b),
            (Data::Bytes(a), Data::Bytes(b)) => yes_no(a == b),
            (Data::Range(a), Data::Range(b)) => yes_no(a == b),
            (Data::Complex(a), Data::Complex(b)) => yes_no(a == b),
            (Data::Tuple(_), Data::Tuple(_)) if nesting == 0 => Same::Ask,
            (Data::Tuple(a), Data::Tuple(b)) => self.same_items(a, b, nesting - 1),
            (Data::BoundMethod(a), Data::BoundMethod(b)) => yes_no(a.0.is(b.0) && a.1.is(b.1)),
            (Data::Code(a), Data::Code(b)) => yes_no(a == b),
            (Data::Traceback(a), Data::Traceback(b)) => yes_no(a == b),
            (Data::Set(_), Data::Set(_)) => Same::Ask,
            (a @ Data::Host(_), b @ Data::Host(_)) => {
                let referent = |data: &Data| data.host::<WeakRef>().and_then(|weak| weak.referent);
                match (referent(a), referent(b)) {
                    (Some(a), Some(b)) => self.same_nested(a.into(), b.into(), nesting),
                    _ => Same::No,
                }
            }
            (Data::GenericAlias(_), Data::GenericAlias(_)) | (Data::Union(_), Data::Union(_)) => Same::Ask,
            _ => Same::No,
        }
    }

    fn same_items(&self, a: &[Value], b: &[Value], nesting: u32) -> Same {
        if a.len() != b.len() {
            return Same::No;
        }
        let mut result = Same::Yes;
        for (&x, &y) in a.iter().zip(b) {
            match self.same_nested(x, y, nesting) {
                Same::Yes => {}
                // An earlier item that must be asked may raise: order counts.
                Same::No if result == Same::Yes => return Same::No,
                Same::No | Same::Ask => result = Same::Ask,
            }
        }
        result
    }

    /// Whether the class of an object defines `__eq__` in Python.
    pub fn has_own_eq(&self, id: Id) -> bool {
        let class = self.heap.get(id).class;
        self.class_attr(class, names::EQ).is_some_and(|m| !self.is_native_function(m))
    }

    /// Looks up a string key; strings are always decided natively.
    #[inline]
    pub fn dict_get_str(&self, dict: Id, name: Id) -> Option<Value> {
        let Data::Dict(dict) = self.heap.data(dict) else { return None };
        self.find_str(dict, name).map(|found| dict.value(found))
    }

    #[inline]
    pub(super) fn find_str(&self, dict: &Dict, name: Id) -> Option<Found> {
        let Data::Str(text) = self.heap.data(name) else { return None };
        match dict.probe(text.hash(), |key| self.same_str(key, name)) {
            Probe::Found(found) => Some(found),
            Probe::Missing | Probe::Ask(..) => None,
        }
    }

    #[inline]
    fn same_str(&self, key: Value, name: Id) -> Same {
        match key {
            Value::Obj(id) if id == name => Same::Yes,
            Value::Obj(id) => match (self.heap.data(id), self.heap.data(name)) {
                (Data::Str(a), Data::Str(b)) => yes_no(a == b),
                _ => Same::No,
            },
            _ => Same::No,
        }
    }

    /// Sets a string key.
    #[inline]
    pub fn dict_set_str(&mut self, dict: Id, name: Id, value: Value) {
        let found = match self.heap.data(dict) {
            Data::Dict(d) => self.find_str(d, name),
            _ => return,
        };
        let hash = self.string(Value::Obj(name)).map_or(0, |s| s.hash());
        if let Data::Dict(d) = self.heap.data_mut(dict) {
            match found {
                Some(found) => d.set_value(found, value),
                None => d.insert_new(hash, Value::Obj(name), value),
            }
        }
    }

    /// Removes a string key; `None` when it was not there.
    pub fn dict_remove_str(&mut self, dict: Id, name: Id) -> Option<Value> {
        let found = match self.heap.data(dict) {
            Data::Dict(d) => self.find_str(d, name)?,
            _ => return None,
        };
        match self.heap.data_mut(dict) {
            Data::Dict(d) => Some(d.remove(found)),
            _ => None,
        }
    }

    /// A set of constants, whose hash and equality are native.
    pub(crate) fn constant_set(&mut self, items: &[Value]) -> Set {
        let mut set = Set::default();
        for &item in items {
            if let Ok(Hash::Known(hash)) = self.hash(item)
                && matches!(set.probe(hash, |key| self.same_key(key, item)), Probe::Missing)
            {
                set.insert_new(hash, item);
            }
        }
        set
    }

    /// Sets a key whose hash and equality are native: what native code builds dicts with. Others are left out.
    pub fn dict_set_native(&mut self, dict: &mut Dict, key: Value, value: Value) {
        let Ok(Hash::Known(hash)) = self.hash(key) else { return };
        match dict.probe(hash, |k| self.same_key(k, key)) {
            Probe::Found(found) => dict.set_value(found, value),
            Probe::Missing => dict.insert_new(hash, key, value),
            Probe::Ask(..) => {}
        }
    }

    /// Whether every exception that `except value:` names must be one; used by callers that need a class.
    pub fn is_exception_class(&self, value: Value) -> bool {
        self.class_of_instance(value).is_some_and(|class| self.layout(class) == Layout::Exception)
    }
}

#[inline]
pub(super) fn yes_no(same: bool) -> Same {
    if same { Same::Yes } else { Same::No }
}

/// `hash` of an int: the value modulo 2^61 - 1, with -1 kept free.
#[inline]
pub fn hash_int(i: i64) -> i64 {
    let magnitude = (i.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if i < 0 { -magnitude } else { magnitude })
}

/// The hash of a tuple from those of its items: the xxHash-like mixing of CPython's tuples.
pub fn mix_lanes(lanes: &[i64]) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut acc = PRIME_5;
    for &lane in lanes {
        acc = acc.wrapping_add((lane as u64).wrapping_mul(PRIME_2));
        acc = acc.rotate_left(31).wrapping_mul(PRIME_1);
    }
    acc = acc.wrapping_add(lanes.len() as u64 ^ (PRIME_5 ^ 3_527_539));
    if acc == u64::MAX { 1_546_275_796 } else { acc as i64 }
}

/// The hash of a frozenset from those of its items, whatever their order.
pub fn mix_set(set: &Set) -> i64 {
    let mixed = set.iter_hashed().fold(0, |mixed, (hash, _)| mixed ^ shuffle(hash) as u64);
    let mixed = mixed ^ (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
    let dispersed = (mixed ^ mixed >> 11 ^ mixed >> 25).wrapping_mul(69_069).wrapping_add(907_133_923);
    if dispersed == u64::MAX { 590_923_713 } else { dispersed as i64 }
}

pub(crate) fn hash_big(n: &BigInt) -> i64 {
    let magnitude = (n.abs() % BigInt::from(MODULUS)).to_i64().unwrap_or(0);
    not_minus_one(if n.is_negative() { -magnitude } else { magnitude })
}

/// `_Py_HashDouble`: equal to the hash of an equal int.
pub fn hash_float(f: f64) -> i64 {
    if f.is_infinite() {
        return if f > 0.0 { 314_159 } else { -314_159 };
    }
    if f.is_nan() {
        return 0;
    }
    if f == f.trunc() && f.abs() < 9.0e18 {
        return hash_int(f as i64);
    }
    let bits = f.abs().to_bits();
    let raw_exponent = (bits >> 52) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) =
        if raw_exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, raw_exponent - 1075) };
    let shift = exponent.rem_euclid(61) as u32;
    let x = mantissa % MODULUS;
    let rotated = ((x << shift) & MODULUS) | (x >> (61 - shift));
    let hash = (rotated % MODULUS) as i64;
    not_minus_one(if f < 0.0 { -hash } else { hash })
}

fn hash_bytes(bytes: &[u8]) -> i64 {
    bytes.iter().fold(0x000b_17e5, |h: i64, &b| shuffle(h ^ i64::from(b)))
}

fn shuffle(h: i64) -> i64 {
    (h ^ h << 16 ^ 89_869_747).wrapping_mul(3_644_798_167)
}

#[inline]
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}
