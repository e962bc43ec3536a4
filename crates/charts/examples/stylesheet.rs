//! What must `style/40-charts.css` carry? Prints the rules that drawings inside a page rely on.

fn main() {
    println!("{}", charts::style_sheet(charts::Theme::System));
}
