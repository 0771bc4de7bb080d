//! PNG (ISO/IEC 15948).

use std::io::Cursor;

use png::{ColorType, Decoder, Limits, Transformations};

use crate::{
    appearance::picture::{MAX_PIXELS, Picture, check_size, unusable},
    error::Error,
};

pub(crate) fn read(bytes: &[u8]) -> Result<Picture, Error> {
    let damaged = |error: png::DecodingError| unusable(format!("PNG: {error}"));
    let limits = Limits { bytes: MAX_PIXELS as usize * 4 };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    // Palettes and small depths become bytes, 16 bits become 8.
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    check_size(width, height)?;
    let length = reader.output_buffer_size().ok_or_else(|| unusable("PNG: too large"))?;
    let mut samples = vec![0; length];
    let info = reader.next_frame(&mut samples).map_err(damaged)?;
    samples.truncate(info.buffer_size());
    Ok(match info.color_type {
        ColorType::Grayscale => Picture::from_gray(width, height, samples),
        ColorType::GrayscaleAlpha => {
            let rgba: Vec<u8> =
                samples.chunks_exact(2).flat_map(|pixel| [pixel[0], pixel[0], pixel[0], pixel[1]]).collect();
            Picture::from_rgba(width, height, &rgba)
        }
        ColorType::Rgb => Picture::from_rgb(width, height, samples),
        ColorType::Rgba => Picture::from_rgba(width, height, &samples),
        // Expanded above.
        ColorType::Indexed => return Err(unusable("PNG: a palette")),
    })
}
