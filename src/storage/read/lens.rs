//! From bytes to a lens.

use super::fault::{Fault, Noticed, ReadError, Spot};
use super::guard::guard;
use super::parse::{noticed, of_bytes, parser, refuse, trailing};
use super::place::Places;
use super::sniff::text_of;
use crate::lens::{LensFault, LensStep, faults};
use crate::model::Lens;
use crate::storage::schema::{Context, Mode, Read, Step};

/// Most bytes of the file of a lens.
const MOST: usize = 1024 * 1024;

/// A lens that was read, with what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedLens {
    /// The lens.
    pub lens: Lens,
    /// What was noticed, such as fields of a newer version.
    pub notices: Vec<Noticed>,
    /// What is wrong with its definition; empty for a sound lens.
    pub faults: Vec<(LensFault, Spot)>,
}

/// Reads a lens. Faults of form refuse the file; faults of meaning are listed, each with its place.
pub fn read_lens(bytes: &[u8]) -> Result<LoadedLens, ReadError> {
    if bytes.len() > MOST {
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        return Err(ReadError::of_file(Fault::TooBig {
            bytes: number(bytes.len()),
            limit: number(MOST),
        }));
    }
    let sniffed = text_of(bytes).map_err(|(fault, at)| of_bytes(bytes, fault, at))?;
    let text = sniffed.text.as_str();
    let places = Places::new(text);
    let at = |fault, at| ReadError {
        fault,
        spot: Some(Box::new(places.spot_at(at))),
    };
    let seen = guard(text).map_err(|(fault, place)| at(fault, place))?;
    let (map, rest) = text.split_at(seen.end.min(text.len()));
    if let Some(start) = trailing(rest) {
        return Err(at(Fault::Trailing, map.len() + start));
    }
    let cx = Context::new(map, Mode::Strict);
    let lens: Lens = parser()
        .from_str_seed(map, Read::new(&cx))
        .map_err(|error| refuse(map, &cx, &error))?;
    let mut places = Places::new(map);
    let found = faults(&lens).into_iter().map(|fault| {
        let spot = places.spot(&steps(&fault.path), None);
        (fault, spot)
    });
    Ok(LoadedLens {
        faults: found.collect(),
        notices: noticed(&cx),
        lens,
    })
}

fn steps(path: &[LensStep]) -> Vec<Step<'static>> {
    path.iter()
        .map(|step| match step {
            LensStep::Field(name) => Step::Field(name),
            LensStep::Index(index) => Step::Index(*index),
        })
        .collect()
}
