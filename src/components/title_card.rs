//! A film's generated title card, in place of a poster.

use crate::{
    domain::title_card::{HEIGHT, Paint, Shape, TitleCard, WIDTH},
    element::{Element, path, svg, svg_text},
};

/// The card as inline SVG. It is decoration, and hidden from assistive technology.
pub fn title_card(card: TitleCard) -> Element {
    let ground = path(format!("M0 0H{WIDTH}V{HEIGHT}H0z")).attr("fill", card.ground.as_str());
    let shapes: Vec<Element> = card.shapes.into_iter().map(draw).collect();
    svg(format!("0 0 {WIDTH} {HEIGHT}")).class("title-card").child(ground).child(shapes)
}

fn draw(shape: Shape) -> Element {
    match shape {
        Shape::Rect { x, y, width, height, paint } => {
            painted(path(format!("M{x} {y}h{width}v{height}h-{width}z")), paint)
        }
        Shape::Circle { cx, cy, r, paint } => {
            let d = 2.0 * r;
            painted(path(format!("M{cx} {cy}m-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z")), paint)
        }
        Shape::Path { d, paint } => {
            painted(path(d), paint).attr("stroke-linecap", "round").attr("stroke-linejoin", "round")
        }
        Shape::Letter { glyph, x, y, size, paint } => painted(svg_text(x, y, glyph).attr("font-size", size), paint),
    }
}

fn painted(shape: Element, paint: Paint) -> Element {
    shape
        .attr("fill", paint.fill.map_or("none", |colour| colour.as_str()))
        .attr("stroke", paint.stroke.map(|(colour, _)| colour.as_str()))
        .attr("stroke-width", paint.stroke.map(|(_, width)| width))
        .attr("opacity", (paint.opacity < 1.0).then_some(paint.opacity))
}
