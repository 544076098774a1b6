//! Loopthread's vm.
