//! What the browser keeps for the visitor. It may refuse to, in private windows and full disks.

use leptos::prelude::window;

/// The browser would not read or keep a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// The value kept under a name.
///
/// # Errors
/// Where the browser keeps nothing for this site.
pub fn read(name: &str) -> Result<Option<String>, Refused> {
    let storage = window().local_storage().map_err(|_| Refused)?.ok_or(Refused)?;
    storage.get_item(&key(name)).map_err(|_| Refused)
}

/// Keeps a value under a name; forgets it where there is none.
///
/// # Errors
/// Where the browser keeps nothing for this site.
pub fn keep(name: &str, value: Option<&str>) -> Result<(), Refused> {
    let storage = window().local_storage().map_err(|_| Refused)?.ok_or(Refused)?;
    match value {
        Some(value) => storage.set_item(&key(name), value),
        None => storage.remove_item(&key(name)),
    }
    .map_err(|_| Refused)
}

fn key(name: &str) -> String {
    format!("crosscut:{name}")
}
