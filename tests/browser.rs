//! The edge to the browser, in a browser.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crosscut::browser::{
    boot, dom,
    history::{self, Step},
    names::{Code, name_of},
    page, storage,
    theme::Theme,
};
use crosscut::element::{Child, el, keyed, mount, reactive};
use js_sys::{Function, Reflect};
use leptos::{prelude::*, task::tick};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

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

/// Draws a view into an element that is on the page, and gives that.
fn draw<C: Child>(view: impl FnOnce() -> C) -> dom::Element {
    let root = document().create_element("div").unwrap();
    dom::insert(&root, &document().body().unwrap(), None);
    mount(&root, view);
    root
}

/// What is drawn, without the signs by which places are found.
fn html(root: &dom::Element) -> String {
    root.inner_html().replace(" data-live=\"\"", "")
}

#[wasm_bindgen_test]
async fn what_a_closure_reads_is_followed_in_its_place() {
    let owner = Owner::new_root(None);
    let number = owner.with(|| RwSignal::new(1));
    let words = move || (0..number.get()).map(|at| el("i").child(at.to_string())).collect::<Vec<_>>();
    let root = draw(move || {
        let text = el("p").child("a").child(el("b").text_with(move || number.get().to_string()));
        let attributes = el("input").attr_with("data-one", move || number.get() == 1);
        let attributes = attributes.value_with(move || number.get().to_string());
        [text.child(reactive(words)).child(reactive(words)).child("c"), attributes]
    });
    assert_eq!(html(&root), r#"<p>a<b>1</b><i>0</i><i>0</i>c</p><input data-one="" value="1">"#);
    let text = root.first_child().unwrap();
    number.set(2);
    tick().await;
    assert_eq!(html(&root), r#"<p>a<b>2</b><i>0</i><i>1</i><i>0</i><i>1</i>c</p><input value="1">"#);
    assert_eq!(Reflect::get(&root.last_child().unwrap(), &"value".into()).unwrap().as_string().as_deref(), Some("2"));
    number.set(0);
    tick().await;
    assert_eq!(html(&root), r#"<p>a<b>0</b>c</p><input value="1">"#);
    assert_eq!(root.first_child().unwrap(), text, "what the closures are in stays");
}

#[wasm_bindgen_test]
async fn texts_and_values_are_what_they_were_whatever_is_in_them() {
    let owner = Owner::new_root(None);
    let shown = owner.with(|| RwSignal::new(String::new()));
    let root = draw(move || {
        let all = move || shown.get();
        let fixed = move || el("i").attr("title", shown.get()).child(shown.get());
        el("p").child(el("b").attr_with("title", all).text_with(all)).child_with(fixed)
    });
    for text in
        ["<b>", "</p>", "a & b &amp; c", "\"'`", "<!-- -->", "<script>alert(1)</script>", "\u{a0}\u{1f3ac} \n\t é"]
    {
        shown.set(text.to_owned());
        tick().await;
        for name in ["b", "i"] {
            let element = root.query_selector(name).unwrap().unwrap();
            assert_eq!(element.text_content().as_deref(), Some(text));
            assert_eq!(element.get_attribute("title").as_deref(), Some(text));
            assert_eq!(element.child_element_count(), 0);
        }
    }
}

#[wasm_bindgen_test]
async fn what_a_closure_made_is_gone_when_it_runs_again() {
    let owner = Owner::new_root(None);
    let (outer, inner, ran, clicks) =
        owner.with(|| (RwSignal::new(0), RwSignal::new(0), StoredValue::new(Vec::new()), RwSignal::new(0)));
    let root = draw(move || {
        reactive(move || {
            let made = outer.get();
            // Disposed with this run: read later, it would panic.
            let local = RwSignal::new(made);
            reactive(move || {
                inner.track();
                ran.update_value(|ran| ran.push(local.get()));
                el("button").on("click", move |_| clicks.update(|clicks| *clicks += 1))
            })
        })
    });
    let first = root.query_selector("button").unwrap().unwrap();
    tick().await;
    first.unchecked_ref::<HtmlElement>().click();
    outer.set(1);
    inner.set(1);
    tick().await;
    inner.set(2);
    tick().await;
    let runs = ran.get_value();
    assert_eq!(runs.iter().filter(|made| **made == 0).count(), 1, "an effect of an earlier run has ended: {runs:?}");
    assert_eq!(runs.last(), Some(&1));
    first.unchecked_ref::<HtmlElement>().click();
    assert_eq!(clicks.get_untracked(), 1, "a handler goes with what made it");
    assert_eq!(html(&root), "<button></button>");
}

#[wasm_bindgen_test]
async fn a_list_keeps_the_elements_of_its_keys() {
    let keys = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
    let owner = Owner::new_root(None);
    let (shown, made, gone) =
        owner.with(|| (RwSignal::new(keys("abc")), StoredValue::new(String::new()), StoredValue::new(String::new())));
    let root = draw(move || {
        let item = move |key: &str| {
            made.update_value(|made| made.push_str(key));
            let key = key.to_owned();
            let text = key.clone();
            on_cleanup(move || gone.update_value(|gone| gone.push_str(&key)));
            el("button").child_with(move || text.clone())
        };
        ["<".to_owned().view(), keyed(move || shown.get(), item), ">".to_owned().view()]
    });
    assert_eq!(root.text_content().as_deref(), Some("<abc>"));
    let b = root.query_selector("button:nth-of-type(2)").unwrap().unwrap();
    b.unchecked_ref::<HtmlElement>().focus().unwrap();
    for text in ["xabc", "xbc", "bycz", "b", "ab", "abcdef", "bad"] {
        shown.set(keys(text));
        tick().await;
        assert_eq!(root.text_content(), Some(format!("<{text}>")));
        assert_eq!(document().active_element().as_ref(), Some(&b), "{text}: what has the focus keeps it");
    }
    assert!(root.contains(Some(&b)), "what moves is kept");
    assert_eq!(made.get_value(), "abcxyzacdef");
    assert_eq!(gone.get_value().chars().filter(|key| "xyz".contains(*key)).count(), 3);
    for text in ["", "aab", "ba"] {
        shown.set(keys(text));
        tick().await;
        assert_eq!(root.text_content(), Some(format!("<{text}>")));
    }
}
