//! `_random.Random`: the Mersenne Twister MT19937 with CPython's seeding, so that the numbers of a seed are CPython's.
//!
//! Nothing here asks the outside world: without a seed the caller must give one.

use num_bigint::BigInt;
use num_traits::Signed;

use super::arguments::index_arg;
use crate::errors;
use crate::heap::Marker;
use crate::heap::object::{HostData, Layout};
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// How many words the generator keeps.
const SIZE: usize = 624;

/// The state of one generator.
#[derive(Clone)]
struct Twister {
    words: Vec<u32>,
    /// The next word to give out.
    next: usize,
}

/// Fills the namespace of the module `_random`: the class `Random`.
pub fn fill(vm: &mut Vm, namespace: Id) {
    let class = vm.add_class("_random", "Random", types::OBJECT, Layout::Host(HOST_LAYOUT), true);
    vm.add_methods(class, METHODS);
    let name = vm.intern("Random");
    vm.dict_set_str(namespace, name, class.into());
}

/// The number of this layout among those of the owner, who counts from 0.
const HOST_LAYOUT: u16 = u16::MAX;

const METHODS: &[Def] = &[
    Def::static_method("Random.__new__", "...", |vm, args| {
        let mut twister = Twister { words: vec![0; SIZE], next: SIZE };
        twister.seed(&[0]);
        let class = args[0].id().unwrap_or(types::OBJECT);
        Ok(Action::Return(vm.host_object(class, twister)))
    }),
    Def::method("Random.seed", "self, n, /", seed),
    Def::method("Random.random", "self, /", |vm, args| {
        let number = vm.host_mut::<Twister>(args[0]).map_or(0.0, Twister::random);
        Ok(Action::Return(Value::Float(number)))
    }),
    Def::method("Random.getrandbits", "self, k, /", getrandbits),
    Def::method("Random.getstate", "self, /", |vm, args| {
        let state = vm.host::<Twister>(args[0]).cloned();
        let state = state.map_or_else(Vec::new, |t| [t.words, vec![t.next as u32]].concat());
        let state: Vec<Value> = state.into_iter().map(|word| Value::Int(word.into())).collect();
        Ok(Action::Return(vm.tuple(state)))
    }),
    Def::method("Random.setstate", "self, state, /", set_state),
];

fn seed(vm: &mut Vm, args: &Args) -> NativeResult {
    let key = match vm.number(args[1]) {
        Some(n) if n.is_int() => n.into_big().abs().to_u32_digits().1,
        _ => return vm.convert_index(args, 1, seed),
    };
    let key = if key.is_empty() { vec![0] } else { key };
    vm.work += SIZE as u64;
    if let Some(twister) = vm.host_mut::<Twister>(args[0]) {
        twister.seed(&key);
    }
    Ok(Action::Return(Value::None))
}

fn set_state(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(items) = vm.tuple_of(args[1]) else {
        return Err(errors::type_error(vm, "state vector must be a tuple"));
    };
    let words: Vec<u32> = items.iter().filter_map(|&v| vm.small_int(v)?.try_into().ok()).collect();
    match words.split_last() {
        Some((&next, words)) if words.len() == SIZE && next as usize <= SIZE => {
            let (words, next) = (words.to_vec(), next as usize);
            if let Some(twister) = vm.host_mut::<Twister>(args[0]) {
                *twister = Twister { words, next };
            }
            Ok(Action::Return(Value::None))
        }
        Some((_, words)) if words.len() == SIZE => Err(errors::value_error(vm, "invalid state")),
        _ => Err(errors::value_error(vm, "state vector is the wrong size")),
    }
}

fn getrandbits(vm: &mut Vm, args: &Args) -> NativeResult {
    let Ok(bits) = usize::try_from(index_arg!(vm, args, 1, getrandbits)) else {
        return Err(errors::value_error(vm, "number of bits must be non-negative"));
    };
    if bits as u64 > crate::vm::arith::MAX_BITS {
        return Err(errors::memory_error(vm));
    }
    vm.work += bits as u64 / 32;
    let mut words = Vec::with_capacity(bits.div_ceil(32));
    let mut left = bits;
    while left > 0 {
        let word = vm.host_mut::<Twister>(args[0]).map_or(0, Twister::word);
        words.push(if left < 32 { word >> (32 - left) } else { word });
        left = left.saturating_sub(32);
    }
    let number = BigInt::from_slice(num_bigint::Sign::Plus, &words);
    Ok(Action::Return(vm.int(number)))
}

impl HostData for Twister {
    fn trace(&self, _: &mut Marker<'_>) {}

    fn clone_box(&self) -> Box<dyn HostData> {
        Box::new(self.clone())
    }
}

impl Twister {
    /// The reference implementation's `init_by_array`.
    fn seed(&mut self, key: &[u32]) {
        self.words[0] = 19_650_218;
        for i in 1..SIZE {
            let before = self.words[i - 1];
            self.words[i] = (before ^ before >> 30).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
        }
        let mut i = 1;
        for step in 0..SIZE.max(key.len()) {
            let (j, before) = (step % key.len(), self.words[i - 1]);
            let mixed = self.words[i] ^ (before ^ before >> 30).wrapping_mul(1_664_525);
            self.words[i] = mixed.wrapping_add(key[j]).wrapping_add(j as u32);
            self.advance(&mut i);
        }
        for _ in 1..SIZE {
            let before = self.words[i - 1];
            let mixed = self.words[i] ^ (before ^ before >> 30).wrapping_mul(1_566_083_941);
            self.words[i] = mixed.wrapping_sub(i as u32);
            self.advance(&mut i);
        }
        self.words[0] = 0x8000_0000;
        self.next = SIZE;
    }

    fn advance(&mut self, i: &mut usize) {
        *i += 1;
        if *i == SIZE {
            self.words[0] = self.words[SIZE - 1];
            *i = 1;
        }
    }

    /// 32 random bits.
    fn word(&mut self) -> u32 {
        if self.next >= SIZE {
            for i in 0..SIZE {
                let y = self.words[i] & 0x8000_0000 | self.words[(i + 1) % SIZE] & 0x7fff_ffff;
                let twist = if y & 1 == 1 { 0x9908_b0df } else { 0 };
                self.words[i] = self.words[(i + 397) % SIZE] ^ y >> 1 ^ twist;
            }
            self.next = 0;
        }
        let mut y = self.words[self.next];
        self.next += 1;
        y ^= y >> 11;
        y ^= y << 7 & 0x9d2c_5680;
        y ^= y << 15 & 0xefc6_0000;
        y ^ y >> 18
    }

    /// A float in [0, 1) with 53 random bits.
    fn random(&mut self) -> f64 {
        let (a, b) = (self.word() >> 5, self.word() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `random.Random(n)` in CPython: three of `random()`, then `getrandbits(32)`.
    #[test]
    fn a_seed_gives_cpythons_numbers() {
        let cases: [(&[u32], [f64; 3], u32); 3] = [
            (&[0], [0.8444218515250481, 0.7579544029403025, 0.420571580830845], 1_112_038_970),
            (&[42], [0.6394267984578837, 0.025010755222666936, 0.27502931836911926], 958_682_846),
            // 2**40 + 7
            (&[7, 256], [0.6137037779936511, 0.8149162973309487, 0.9450115087592873], 2_449_809_396),
        ];
        for (key, floats, bits) in cases {
            let mut twister = Twister { words: vec![0; SIZE], next: SIZE };
            twister.seed(key);
            assert_eq!(floats.map(|_| twister.random()), floats);
            assert_eq!(twister.word(), bits);
        }
    }
}
