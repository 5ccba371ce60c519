//! Crosscut: film reviews, side by side.
pub mod domain;
pub mod route;
pub mod wire;

#[cfg(feature = "app")]
mod app;
#[cfg(feature = "app")]
mod browser;
#[cfg(feature = "app")]
mod components;
#[cfg(feature = "app")]
mod element;
#[cfg(feature = "app")]
mod hooks;
#[cfg(feature = "app")]
mod load;
#[cfg(feature = "app")]
mod pages;

#[cfg(feature = "app")]
pub use app::mount;
