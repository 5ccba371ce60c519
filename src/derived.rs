//! Derived values and effects that are all of one type.
//!
//! Leptos compiles its memos and effects anew for every type that they hold. Here a value is kept
//! behind a pointer, so that both are compiled once: what differs is the closure alone.

use std::{any::Any, marker::PhantomData, sync::Arc};

use leptos::prelude::*;

/// A value that follows what its closure reads, and tells only when it is another.
pub struct Derived<T>(Memo<Erased>, PhantomData<fn() -> T>);

impl<T> Copy for Derived<T> {}
impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

/// A value of some type, that can be compared with another of the same.
#[derive(Clone)]
struct Erased {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    matches!((one.downcast_ref::<T>(), other.downcast_ref::<T>()), (Some(one), Some(other)) if one == other)
}

impl<T: PartialEq + Clone + Send + Sync + 'static> Derived<T> {
    /// Follows a closure. It is given what it gave before, and runs when the value is read.
    pub fn new(derive: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let erased = move |before: Option<&Erased>| Erased {
            value: Arc::new(derive(before.and_then(|before| before.value.downcast_ref()))),
            same: same::<T>,
        };
        Self(memo(Box::new(erased)), PhantomData)
    }

    /// Reads the value, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&held(value(self.0)))
    }

    /// The value, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// Reads the value, and does not follow it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&held(value_untracked(self.0)))
    }

    /// The value, which is not followed.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// What is held, as what it is. It can be nothing else, for only `Derived::new` makes one.
fn held<T: Send + Sync + 'static>(value: Arc<dyn Any + Send + Sync>) -> Arc<T> {
    match value.downcast() {
        Ok(value) => value,
        Err(_) => unreachable!("a derived value is of its own type"),
    }
}

type Derive = Box<dyn Fn(Option<&Erased>) -> Erased + Send + Sync>;

#[inline(never)]
fn memo(derive: Derive) -> Memo<Erased> {
    Memo::new(derive)
}

#[inline(never)]
fn value(memo: Memo<Erased>) -> Arc<dyn Any + Send + Sync> {
    memo.get().value
}

#[inline(never)]
fn value_untracked(memo: Memo<Erased>) -> Arc<dyn Any + Send + Sync> {
    memo.get_untracked().value
}

/// Runs at once, and again whenever what it has read changes, for as long as what asks for it is
/// there. Away from the browser it runs once.
pub fn follow(run: impl FnMut() + 'static) {
    follow_boxed(Box::new(run));
}

#[inline(never)]
fn follow_boxed(mut run: Box<dyn FnMut()>) {
    if cfg!(target_arch = "wasm32") {
        keep(RenderEffect::new(move |_| run()));
    } else {
        run();
    }
}

/// Keeps something until the effect around it runs again.
pub fn keep(it: impl Any) {
    let it: Box<dyn Any> = Box::new(it);
    StoredValue::new_local(it);
}
