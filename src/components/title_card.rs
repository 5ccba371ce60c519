//! A film's generated title card, in place of a poster.

use crate::domain::gather::Gather;
use crate::{
    domain::title_card::{Shape, TitleCard, VIEW_BOX},
    element::{Element, path, svg, svg_text},
};

/// The card as inline SVG. It is decoration, and hidden from assistive technology.
pub fn title_card(card: TitleCard) -> Element {
    let shapes: Vec<Element> = card.shapes.into_iter().map(draw).gathered();
    let card = svg(VIEW_BOX).class("title-card").child(shapes);
    card.attr("stroke-linecap", "round").attr("stroke-linejoin", "round")
}

fn draw(shape: Shape) -> Element {
    match shape {
        Shape::Path { d, paint } if paint.width == 0 => path(d).attr("fill", paint.colour.css()),
        Shape::Path { d, paint } => {
            path(d).attr("fill", "none").attr("stroke", paint.colour.css()).attr("stroke-width", paint.width)
        }
        Shape::Letter { letter, x, y, size, colour } => {
            svg_text(x, y, letter).attr("font-size", size).attr("fill", colour.css())
        }
    }
}
