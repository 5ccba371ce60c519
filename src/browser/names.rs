//! Names of countries and languages, as the browser knows them.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::use_context;
use wasm_bindgen::{JsCast, JsValue};

use super::dom::PAGE;

/// What a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// A country, by ISO 3166.
    Region,
    /// A language, by BCP 47 or ISO 639.
    Language,
}

/// The English name of a code, countries that are no more and sign languages included; the code itself where the browser knows none.
#[must_use]
pub fn name_of(kind: Code, code: &str) -> String {
    let ours = match (kind, code) {
        (Code::Region, "SU") => Some("Soviet Union"),
        (Code::Region, "YU") => Some("Yugoslavia"),
        (Code::Region, "CS") => Some("Czechoslovakia"),
        (Code::Region, "DD") => Some("East Germany"),
        (Code::Language, "ase") => Some("American Sign Language"),
        (Code::Language, "bfi") => Some("British Sign Language"),
        (Code::Language, "fsl") => Some("French Sign Language"),
        (Code::Region | Code::Language, _) => None,
    };
    ours.map(str::to_owned).or_else(|| display_name(kind, code)).unwrap_or_else(|| code.to_owned())
}

/// What the codes of a site are called, where no browser can be asked.
#[derive(Clone, Debug, Default)]
pub struct Names(pub Vec<(Code, String, String)>);

fn display_name(kind: Code, code: &str) -> Option<String> {
    if !PAGE {
        let Names(names) = use_context()?;
        return names.into_iter().find(|(of, known, _)| *of == kind && known == code).map(|(_, _, name)| name);
    }
    let names = knowing(kind)?;
    let of = get(&names, "of")?.dyn_into::<Function>().ok()?;
    of.call1(&names, &JsValue::from_str(code)).ok()?.as_string()
}

thread_local! {
    /// What knows the names of countries and of languages. To make one takes milliseconds.
    static KNOWING: RefCell<[Option<JsValue>; 2]> = const { RefCell::new([None, None]) };
}

/// Makes what knows names, before any is asked for.
pub fn prepare() {
    for kind in [Code::Region, Code::Language] {
        drop(knowing(kind));
    }
}

fn knowing(kind: Code) -> Option<JsValue> {
    KNOWING.with_borrow_mut(|knowing| {
        let names = &mut knowing[kind as usize];
        if names.is_none() {
            *names = knowing_names(kind);
        }
        names.clone()
    })
}

fn knowing_names(kind: Code) -> Option<JsValue> {
    let constructor = get(&get(&js_sys::global(), "Intl")?, "DisplayNames")?.dyn_into::<Function>().ok()?;
    let options = Object::new();
    let kind = match kind {
        Code::Region => "region",
        Code::Language => "language",
    };
    Reflect::set(&options, &JsValue::from_str("type"), &JsValue::from_str(kind)).ok()?;
    Reflect::construct(&constructor, &Array::of2(&JsValue::from_str("en"), &options)).ok()
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok()
}
