//! Lists of numbers and labels in, accessible SVG out.
