//! Components: plain domain values in, views out.

pub mod active_filters;
pub mod compare_cell;
pub mod compare_table;
pub mod facet_panel;
pub mod failure;
pub mod film_card;
pub mod film_facts;
pub mod footer;
pub mod header;
pub mod matrix;
pub mod notices;
pub mod review_article;
pub mod review_body;
pub mod review_filters;
pub mod score_plot;
pub mod score_range;
pub mod skeleton;
pub mod stance_mark;
pub mod theme_switch;
pub mod title_card;
pub mod tray;
