//! Which part of a long list is drawn.

use crosscut::domain::window::Window;
use proptest::prelude::*;

#[test]
fn what_is_on_the_screen_is_drawn_and_some_rows_more() {
    let check = |above, items, before, after| {
        let window = Window::of(1000, 4, &(above..above + 3), 2);
        assert_eq!((window.items, window.rows_before, window.rows_after), (items, before, after), "{above}");
    };
    check(0, 0..20, 0, 245);
    check(1, 0..24, 0, 244);
    check(10, 32..60, 8, 235);
    check(247, 980..1000, 245, 0);
    check(9999, 980..1000, 245, 0);
    assert_eq!(Window::of(5, 4, &(0..3), 2), Window::all(5));
    assert_eq!(Window::of(0, 4, &(7..10), 2), Window::all(0));
}

proptest! {
    #[test]
    fn rows_add_up_and_the_screen_is_filled(items in 0..3000_usize, columns in 0..9_usize, above in 0..900_usize, screen in 0..9_usize, beyond in 0..4_usize) {
        let window = Window::of(items, columns, &(above..above + screen), beyond);
        let columns = columns.max(1);
        let rows = items.div_ceil(columns);
        let drawn = window.items.len().div_ceil(columns);
        prop_assert_eq!(window.rows_before + drawn + window.rows_after, rows);
        prop_assert_eq!(window.items.start, (window.rows_before * columns).min(items));
        for row in above..above + screen {
            if row < rows {
                prop_assert!(window.items.contains(&(row * columns)), "row {}", row);
            }
        }
        prop_assert!(drawn <= screen + 2 * beyond);
    }
}
