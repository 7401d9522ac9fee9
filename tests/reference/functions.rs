//! Compares the functions on matrices and lists that are no field.

use serde_json::{Value, json};

use krachtenveld::analysis::Tags;
use krachtenveld::analysis::forces::sums;
use krachtenveld::analysis::mactor::mactor;
use krachtenveld::analysis::opinion::influence;
use krachtenveld::analysis::profiles::forecast;
use krachtenveld::analysis::similarity::{
    Resultant, cosine, resultant, resultant_similarity, ruzicka,
};
use krachtenveld::exchange::measures_json::mactor_tables as tables_json;

use super::compare::{Length, Tally};

const WITHIN: f64 = 1e-9;

fn list(value: &Value) -> &[Value] {
    match value.as_array() {
        Some(list) => list,
        None => panic!("no list: {value}"),
    }
}

fn row(value: &Value) -> Vec<f64> {
    list(value).iter().filter_map(Value::as_f64).collect()
}

fn matrix(value: &Value) -> Vec<Vec<f64>> {
    list(value).iter().map(row).collect()
}

fn expected<'file>(file: &'file Value, measure: &str) -> &'file Value {
    &file["reference"][measure]["values"]
}

pub(crate) fn mactor_tables(file: &Value, tally: &mut Tally) {
    let (mdi, mao) = (matrix(&file["MDI"]), matrix(&file["MAO2"]));
    let nil = |m: &[Vec<f64>]| m.iter().map(|r| vec![0.0; r.len()]).collect::<Vec<_>>();
    for (measure, mdi, mao) in [
        ("mactor", mdi.clone(), mao.clone()),
        ("mactor_no_influence", nil(&mdi), mao.clone()),
        ("mactor_no_positions", mdi.clone(), nil(&mao)),
    ] {
        let Some(found) = mactor(&mdi, &mao) else {
            panic!("{measure}: refused");
        };
        let found = tables_json(&found);
        tally.value(
            measure,
            expected(file, measure),
            &found,
            WITHIN,
            Length::Same,
        );
    }
}

pub(crate) fn opinions(file: &Value, tally: &mut Tally) {
    let w = matrix(&file["W"]);
    let (openness, first) = (row(&file["susceptibility"]), row(&file["y0"]));
    let Some(settled) = influence(&w, &openness) else {
        panic!("refused");
    };
    let found = json!({
        "V": settled.v,
        "final": settled.final_opinions(&first),
        "leverage": settled.leverage,
    });
    let place = "friedkin_johnsen";
    tally.value(place, expected(file, place), &found, WITHIN, Length::Same);
    let Some(open) = influence(&w, &vec![1.0; first.len()]) else {
        panic!("refused");
    };
    let found = json!(open.final_opinions(&first));
    let place = "degroot_limit";
    tally.value(place, expected(file, place), &found, WITHIN, Length::Same);
}

pub(crate) fn positions(file: &Value, tally: &mut Tally) {
    let actors = list(&file["actors"]);
    let column =
        |key: &str| -> Vec<f64> { actors.iter().filter_map(|a| a[key].as_f64()).collect() };
    let (power, position, salience) = (column("power"), column("position"), column("salience"));
    let weights: Vec<f64> = power.iter().zip(&salience).map(|(p, s)| p * s).collect();
    let whole = forecast(&position, &weights);
    let found = json!({ "weighted_mean": whole.mean, "weighted_median": whole.median });
    tally.value(
        "forecast",
        expected(file, "forecast"),
        &found,
        WITHIN,
        Length::Same,
    );
    let middles = |positions: &[f64], weights: &[f64]| {
        let found = forecast(positions, weights);
        json!({ "mean": found.mean, "median": found.median })
    };
    for (k, entry) in list(expected(file, "without_one_actor")).iter().enumerate() {
        let (mut fewer, mut lighter) = (position.clone(), weights.clone());
        fewer.remove(k);
        lighter.remove(k);
        let mut found = middles(&fewer, &lighter);
        found["without"] = actors[k]["label"].clone();
        tally.value("without_one_actor", entry, &found, WITHIN, Length::Same);
    }
    for entry in list(expected(file, "one_salience_step")) {
        let Some(k) = actors.iter().position(|a| a["label"] == entry["actor"]) else {
            panic!("unknown actor");
        };
        let step = entry["salience_change"].as_f64().unwrap_or(f64::NAN);
        let mut changed = weights.clone();
        changed[k] = power[k] * (salience[k] + step);
        let mut found = middles(&position, &changed);
        found["actor"] = entry["actor"].clone();
        found["salience_change"] = entry["salience_change"].clone();
        tally.value("one_salience_step", entry, &found, WITHIN, Length::Same);
    }
    forces(file, [&power, &position, &salience], tally);
}

fn forces(file: &Value, [power, position, salience]: [&[f64]; 3], tally: &mut Tally) {
    let forces: Vec<f64> = (0..power.len())
        .map(|k| (7.0 - position[k]) / 3.0 * power[k] * salience[k])
        .collect();
    let found = sums(&forces);
    let found = json!({
        "forces": found.forces,
        "driving": found.driving,
        "restraining": found.restraining,
        "net": found.net,
        "tension": found.tension,
        "balance": found.balance,
        "actors_to_neutralise_to_tip": found.to_tip,
    });
    let place = "force_field_for_earlier_than_7";
    tally.value(place, expected(file, place), &found, WITHIN, Length::Same);
}

pub(crate) fn value_profiles(file: &Value, tally: &mut Tally) {
    let pointed = |name: &str| -> Option<Resultant> {
        let ratings = row(&file["profiles"][name]);
        let Ok(ratings) = ratings.try_into() else {
            panic!("{name}: not ten ratings");
        };
        resultant(&ratings)
    };
    let Some(names) = expected(file, "resultant").as_object() else {
        panic!("no profiles");
    };
    for (name, value) in names {
        let found = pointed(name)
            .map(|r| json!({ "x": r.x, "y": r.y, "angle_degrees": r.angle, "clarity": r.clarity }));
        tally.value(name, value, &json!(found), WITHIN, Length::Same);
    }
    for entry in list(expected(file, "similarity")) {
        let name = |k: usize| entry[k].as_str().unwrap_or("?");
        let (alike, clear) = resultant_similarity(pointed(name(0)), pointed(name(1)));
        let found = json!([name(0), name(1), alike, clear]);
        tally.value("similarity", entry, &found, WITHIN, Length::Same);
    }
}

pub(crate) fn events(file: &Value, tally: &mut Tally) {
    let attended: Vec<Tags> = list(&file["nodes"])
        .iter()
        .map(|node| {
            list(&node["events"])
                .iter()
                .map(|event| (event.to_string(), 1.0))
                .collect()
        })
        .collect();
    for entry in list(expected(file, "similarity")) {
        let ends = row(entry);
        let of = |k: usize| {
            attended
                .iter()
                .enumerate()
                .find(|(v, _)| json!(v) == entry[k])
        };
        let (Some((i, x)), Some((j, y))) = (of(0), of(1)) else {
            panic!("unknown pair {ends:?}");
        };
        let found = json!([i, j, ruzicka(Some(x), Some(y)), cosine(Some(x), Some(y))]);
        tally.value("events", entry, &found, WITHIN, Length::Same);
    }
}
