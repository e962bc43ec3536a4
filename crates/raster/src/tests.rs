//! What is drawn, and what is refused?

use super::{Canvas, Ground, RasterError, png};

/// A black bar in the left half of the sheet, and a text in the right.
fn drawing(text: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\" viewBox=\"0 0 200 100\">\
         <style>.a{{fill:#102030}}.t{{fill:#000000;font-family:\"BIZ UDPGothic\",sans-serif}}</style>\
         <path class=\"a\" d=\"M0 0h50v100H0z\"/><text class=\"t\" x=\"100\" y=\"60\" font-size=\"40\">{text}</text></svg>"
    )
}

struct Image {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl Image {
    fn read(bytes: &[u8]) -> Image {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut rgb).unwrap();
        Image { width: info.width, height: info.height, rgb }
    }

    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        let at = ((y * self.width + x) * 3) as usize;
        [self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]]
    }

    /// How many pixels right of the bar are dark.
    fn dark(&self) -> usize {
        let place = |x: &u32| *x >= self.width / 2;
        let columns = (0..self.width).filter(place);
        columns.flat_map(|x| (0..self.height).map(move |y| (x, y))).filter(|(x, y)| self.at(*x, *y)[0] < 100).count()
    }
}

#[test]
fn an_image_is_as_wide_as_told_and_has_the_classes_colours() {
    let image = Image::read(&png(&drawing(""), &Canvas::of_width(800)).unwrap());
    assert_eq!((image.width, image.height), (800, 400));
    assert_eq!(image.at(100, 200), [0x10, 0x20, 0x30]);
    assert_eq!(image.at(700, 200), [255, 255, 255]);
}

#[test]
fn japanese_is_drawn_where_no_font_is_installed() {
    let drawn = |text| Image::read(&png(&drawing(text), &Canvas::of_width(400)).unwrap()).dark();
    assert_eq!(drawn(""), 0);
    let texts = ["病院", "ものさし", "Aa", "髙𠮷"];
    let dark = texts.map(drawn);
    assert!(dark.iter().all(|pixels| *pixels > 150), "{texts:?} {dark:?}");
    assert!(drawn("病") != drawn("院"), "two characters look different");
}

#[test]
fn a_drawing_of_another_shape_stands_in_the_middle_on_its_ground() {
    let ground = Ground { red: 26, green: 26, blue: 26 };
    let canvas = Canvas { height: Some(400), margin: 20, ground, ..Canvas::of_width(400) };
    let image = Image::read(&png(&drawing(""), &canvas).unwrap());
    assert_eq!((image.width, image.height), (400, 400));
    assert_eq!([image.at(50, 50), image.at(10, 200)], [[26, 26, 26]; 2]);
    assert_eq!(image.at(50, 200), [0x10, 0x20, 0x30]);
    let as_high_as_needed = Canvas { height: None, ..canvas };
    let image = Image::read(&png(&drawing(""), &as_high_as_needed).unwrap());
    assert_eq!((image.width, image.height), (400, 220));
}

#[test]
fn the_same_drawing_is_the_same_bytes_and_says_its_density() {
    let canvas = Canvas { dots_per_inch: Some(300), ..Canvas::of_width(300) };
    let (one, two) = (png(&drawing("院"), &canvas).unwrap(), png(&drawing("院"), &canvas).unwrap());
    assert_eq!(one, two);
    let reader = png::Decoder::new(std::io::Cursor::new(&one)).read_info().unwrap();
    assert_eq!(reader.info().pixel_dims.map(|dims| dims.xppu), Some(11_811));
}

#[test]
fn what_is_no_drawing_or_too_large_is_refused() {
    assert!(matches!(png("<p>", &Canvas::of_width(100)), Err(RasterError::Drawing(_))));
    assert!(matches!(png(&drawing(""), &Canvas::of_width(100_000)), Err(RasterError::Size { .. })));
    assert!(matches!(png(&drawing(""), &Canvas::of_width(0)), Err(RasterError::Size { .. })));
}
