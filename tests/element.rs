//! Elements as text.

#![cfg(feature = "app")]

use crosscut::element::{Child, View, el, keyed, path, reactive, svg, svg_text, to_html};

fn html(child: impl Child) -> String {
    to_html(child.view())
}

#[test]
fn an_element_has_its_attributes_and_children_in_order() {
    let link = el("a").attr("href", "/x").class("y").child("one ").child(el("b").child("two")).child(" three");
    assert_eq!(html(link), r#"<a href="/x" class="y">one <b>two</b> three</a>"#);
}

#[test]
fn of_an_attribute_that_is_set_twice_the_last_counts() {
    let element =
        el("p").class("a").attr("data-class", "b class=\"c\" ").attr("x", "1").class("d").attr("x", None::<&str>);
    assert_eq!(html(element), r#"<p data-class="b class=&quot;c&quot; " x="1" class="d"></p>"#);
    assert_eq!(html(el("p").attr_with("title", || "one").attr("title", "two")), r#"<p title="two"></p>"#);
}

#[test]
fn what_would_be_markup_is_escaped() {
    let element = el("p").attr("title", "a \"b\" & <c>".to_owned()).child("<script> & \"more\"");
    let written = "<p title=\"a &quot;b&quot; &amp; &lt;c&gt;\">&lt;script&gt; &amp; &quot;more&quot;</p>";
    assert_eq!(html(element), written);
    assert_eq!(html(el("p").text_with(|| "1 < 2".to_owned())), "<p>1 &lt; 2</p>");
    assert_eq!(html(el("p").attr_with("title", || "1 < 2")), "<p title=\"1 &lt; 2\"></p>");
}

#[test]
fn what_holds_nothing_has_no_end() {
    assert_eq!(html(el("p").child("a").child(el("br")).child("b")), "<p>a<br>b</p>");
    assert_eq!(html(el("input").attr("type", "text")), r#"<input type="text">"#);
}

#[test]
fn attributes_without_a_value_are_left_away_or_bare() {
    let element = el("p").attr("a", None::<&str>).attr("b", Some(3_usize)).attr("c", true).attr("d", false);
    assert_eq!(html(element), r#"<p b="3" c=""></p>"#);
    let element = el("p").attr_with("a", || None::<String>).attr_with("b", || true).attr_with("c", || false);
    assert_eq!(html(element), r#"<p b=""></p>"#);
}

#[test]
fn properties_are_the_attributes_they_start_as_and_handlers_are_nothing() {
    let on = el("input").flag_with("checked", || true).value_with(|| "x".to_owned()).on("input", |_| {});
    assert_eq!(html(on), r#"<input checked="" value="x">"#);
    assert_eq!(html(el("input").flag_with("checked", || false)), "<input>");
}

#[test]
fn closures_are_asked_once() {
    let asked = std::rc::Rc::new(std::cell::Cell::new(0));
    let ask = {
        let asked = std::rc::Rc::clone(&asked);
        move || {
            asked.set(asked.get() + 1);
            el("i").child(asked.get().to_string())
        }
    };
    assert_eq!(html(el("p").child_with(ask)), "<p><i>1</i></p>");
    assert_eq!(asked.get(), 1);
}

#[test]
fn children_are_one_or_several_or_none() {
    let several: Vec<View> = vec!["a".to_owned().view(), reactive(|| "b"), View::default()];
    assert_eq!(
        html(el("p").child(several).child(["c", "d"]).child(("e", Some("f"))).child(None::<&str>)),
        "<p>abcdef</p>"
    );
    assert_eq!(html(Vec::<&str>::new()), "");
    let list = keyed(|| vec!["x".to_owned(), "y".to_owned()], |key| el("li").child(key));
    assert_eq!(html(el("ul").child(list)), "<ul><li>x</li><li>y</li></ul>");
}

#[test]
fn pictures_are_elements_too() {
    let picture = svg("0 0 1 1").child(path("M0 0")).child(svg_text("1", "2", "t"));
    let written = concat!(
        r#"<svg viewBox="0 0 1 1" aria-hidden="true" focusable="false"><path d="M0 0"></path>"#,
        r#"<text x="1" y="2" text-anchor="middle">t</text></svg>"#
    );
    assert_eq!(html(picture), written);
}
