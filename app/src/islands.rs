//! Which controls answer within a keystroke? One file each; the first lines say what happens without JavaScript.

pub mod chart_keys;
pub mod copy_button;
pub mod live_form;
pub mod near_me;
pub mod print_button;
pub mod priority_board;
pub mod search_box;
