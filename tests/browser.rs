//! The edge to the browser, in a browser.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crosscut::browser::{
    boot,
    history::{self, Step},
    names::{Code, name_of},
    page, storage,
    theme::Theme,
};
use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn run(script: &str) -> JsValue {
    Function::new_no_args(script).call0(&JsValue::NULL).unwrap()
}

#[wasm_bindgen_test]
fn what_is_kept_is_read_and_can_be_forgotten() {
    storage::keep("test", Some("kept")).unwrap();
    assert_eq!(storage::read("test"), Ok(Some("kept".to_owned())));
    storage::keep("test", None).unwrap();
    assert_eq!(storage::read("test"), Ok(None));
}

#[wasm_bindgen_test]
fn names_in_storage_are_the_sites_own() {
    storage::keep("test", Some("kept")).unwrap();
    assert_eq!(run("return localStorage.getItem('crosscut:test')").as_string().as_deref(), Some("kept"));
    storage::keep("test", None).unwrap();
}

#[wasm_bindgen_test]
fn storage_that_throws_is_a_refusal_and_the_theme_is_shown_all_the_same() {
    let real = run("return Object.getOwnPropertyDescriptor(window, 'localStorage')");
    run("Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new Error('no') } })");
    assert_eq!(storage::read("test"), Err(storage::Refused));
    assert_eq!(storage::keep("test", Some("kept")), Err(storage::Refused));
    assert_eq!(Theme::chosen(), Theme::System);
    assert_eq!(Theme::Dark.choose(), Err(storage::Refused));
    assert_eq!(run("return document.documentElement.dataset.theme").as_string().as_deref(), Some("dark"));
    Reflect::set(&js_sys::global(), &"real".into(), &real).unwrap();
    run("if (window.real) Object.defineProperty(window, 'localStorage', window.real); else delete window.localStorage");
    Theme::System.choose().unwrap();
}

#[wasm_bindgen_test]
fn a_chosen_theme_is_shown_and_kept_until_the_system_is_chosen_again() {
    for theme in [Theme::Light, Theme::Dark] {
        theme.choose().unwrap();
        assert_eq!(Theme::chosen(), theme);
        assert_eq!(run("return document.documentElement.dataset.theme").as_string().as_deref(), Some(theme.word()));
    }
    Theme::System.choose().unwrap();
    assert_eq!(Theme::chosen(), Theme::System);
    assert!(run("return document.documentElement.dataset.theme").is_undefined());
    assert_eq!(storage::read("theme"), Ok(None));
}

#[wasm_bindgen_test]
fn codes_have_their_english_names_and_unknown_ones_stay_as_they_are() {
    for (kind, code, name) in [
        (Code::Region, "KR", "South Korea"),
        (Code::Region, "US", "United States"),
        (Code::Region, "SU", "Soviet Union"),
        (Code::Region, "nowhere", "nowhere"),
        (Code::Language, "fr", "French"),
        (Code::Language, "ase", "American Sign Language"),
        (Code::Language, "not a code", "not a code"),
    ] {
        assert_eq!(name_of(kind, code), name, "{code}");
    }
}

#[wasm_bindgen_test]
fn an_address_that_is_entered_is_where_the_visitor_is() {
    let (path, query) = history::current();
    history::enter("?a=1,2", Step::Replace);
    assert_eq!(history::current(), (path.clone(), "a=1,2".to_owned()));
    let length = run("return history.length").as_f64();
    history::enter("?b=3", Step::Replace);
    assert_eq!(run("return history.length").as_f64(), length, "refining makes no entry");
    history::enter(&format!("{path}?{query}"), Step::Replace);
}

#[wasm_bindgen_test]
fn the_page_hands_over_its_base_and_the_address_of_the_index() {
    assert_eq!(boot::base(), "/");
    assert_eq!(boot::index_url(), "/data/index.json");
    run("globalThis.crosscut = { base: '/x/', indexUrl: '/x/data/index.json?v=1' }");
    assert_eq!(boot::base(), "/x/");
    assert_eq!(boot::index_url(), "/x/data/index.json?v=1");
    run("delete globalThis.crosscut");
}

#[wasm_bindgen_test]
async fn the_index_under_way_is_handed_over_once() {
    run("globalThis.crosscut = { base: '/', index: Promise.resolve(new Response('{}')) }");
    assert!(boot::take_index().await.is_some_and(|response| response.is_ok_and(|response| response.ok())));
    assert!(boot::take_index().await.is_none());
    run("globalThis.crosscut = { base: '/', index: Promise.reject(new TypeError('offline')) }");
    assert!(matches!(boot::take_index().await, Some(Err(boot::Failed))));
    run("delete globalThis.crosscut");
}

#[wasm_bindgen_test]
fn media_queries_are_asked_of_the_browser() {
    assert!(page::media_matches("(min-width: 1px)"));
    assert!(!page::media_matches("(max-width: 1px)"));
}
