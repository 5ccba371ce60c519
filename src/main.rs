//! Mounts the app.

fn main() {
    crosscut::mount();
}
