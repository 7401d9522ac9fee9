//! All measures of a field as JSON, with the names and shapes of the reference files.

use serde_json::{Map, Value, json};

use crate::analysis::mactor::Mactor;
use crate::analysis::whole::{Analysis, analyse};
use crate::analysis::{Field, Role, Sign, Thresholds};
use crate::exchange::{codes, network_json, profiles_json};

/// Above this number of actors the one-wrong-answer check is left out of the file.
pub const CHECK_UP_TO: usize = 150;
/// Above this number of actors the measures with n times n numbers are left out.
pub const TABLES_UP_TO: usize = 300;

/// Gives every measure of a field under the name it has in the reference files.
///
/// Each is an object with `values` and, where columns or order need saying,
/// `params`. The force field counts everybody and no factors, as those files
/// do. `None` when `go_on` answered false.
pub fn measures(
    field: &Field,
    settings: &Thresholds,
    go_on: &dyn Fn() -> bool,
) -> Option<Map<String, Value>> {
    let analysis = analyse(field, settings, go_on)?;
    let mut out = Measures::default();
    network_json::add(&mut out, field, &analysis, settings);
    go_on().then_some(())?;
    network_json::add_robustness(&mut out, &analysis, settings, go_on)?;
    if profiled(field) {
        profiles_json::add(&mut out, field, &analysis, settings);
    }
    go_on().then_some(out.map)
}

/// Gives the role advice of a field with everything that stands beside it.
///
/// `role_advice`, `mismatch`, `process_flags`, `missing_links` and
/// `focal_contacts`, in the shapes of [`measures`].
pub fn advice(analysis: &Analysis, field: &Field) -> Map<String, Value> {
    let mut out = Measures::default();
    network_json::add_links(&mut out, field, analysis);
    profiles_json::add_advice(&mut out, analysis);
    out.map
}

/// Gives a whole graph file: the field as it was read, and its measures.
pub fn graph_file(field: &Field, settings: &Thresholds, go_on: &dyn Fn() -> bool) -> Option<Value> {
    let reference = measures(field, settings, go_on)?;
    Some(json!({
        "format": "krachtenveld-reference/1",
        "name": field.name,
        "directed": field.directed,
        "weighted": field.weighted(),
        "signed": field.signed(),
        "focal": field.official(),
        "issues": field.issues,
        "nodes": nodes(field),
        "edges": edges(field),
        "annotated_roles": field
            .annotated
            .iter()
            .map(|a| json!({ "i": a.i, "j": a.j, "role": codes::role(a.role) }))
            .collect::<Vec<_>>(),
        "factors": field
            .factors
            .iter()
            .map(|f| json!({ "name": f.name, "issue": f.issue, "force": f.force, "weight": f.weight }))
            .collect::<Vec<_>>(),
        "asked_without_tie": field.asked_without_tie,
        "reference": reference,
    }))
}

/// Gives the tables of MACTOR under the names of the reference files.
pub fn mactor_tables(tables: &Mactor) -> Value {
    profiles_json::mactor_value(tables)
}

fn nodes(field: &Field) -> Vec<Value> {
    field
        .actors
        .iter()
        .enumerate()
        .map(|(id, actor)| {
            json!({
                "id": id,
                "label": actor.label,
                "kind": actor.kind,
                "group": actor.group,
                "inside": actor.inside,
                "power": actor.power,
                "interest": actor.involvement,
                "legitimacy": actor.legitimacy,
                "urgency": actor.urgency,
                "values": actor.values,
                "frames": actor.frames,
                "positions": actor.positions,
                "salience": actor.salience,
                "sdt": {
                    "relatedness": actor.needs.relatedness,
                    "autonomy": actor.needs.autonomy,
                    "competence": actor.needs.competence,
                },
                "susceptibility": actor.openness,
                "confidence": actor.confidence,
                "circle": actor.circle,
            })
        })
        .collect()
}

fn edges(field: &Field) -> Vec<Value> {
    let sign = |sign: Sign| match sign {
        Sign::Negative => -1,
        Sign::Neutral => 0,
        Sign::Positive => 1,
    };
    field
        .ties
        .iter()
        .map(|tie| {
            json!({
                "s": tie.source,
                "t": tie.target,
                "w": tie.weight,
                "sign": sign(tie.sign),
                "confidence": tie.confidence,
            })
        })
        .collect()
}

/// Whether anything is known of the actors beside their ties and groups.
fn profiled(field: &Field) -> bool {
    !field.issues.is_empty()
        || field.actors.iter().any(|actor| {
            actor.kind.is_some()
                || actor.power.is_some()
                || actor.involvement.is_some()
                || actor.values.is_some()
                || actor.frames.is_some()
                || !actor.needs.known().is_empty()
        })
        || field.annotated_pairs().values().any(|role| match role {
            Role::Regie | Role::Verbinden => true,
        })
}

/// The measures gathered so far.
#[derive(Default)]
pub(super) struct Measures {
    map: Map<String, Value>,
}

impl Measures {
    /// Adds a measure.
    pub(super) fn add(&mut self, name: &str, values: impl Into<Value>) {
        let entry = json!({ "values": values.into() });
        self.map.insert(name.to_owned(), entry);
    }

    /// Adds a measure with what must be said about its columns and order.
    pub(super) fn add_with(&mut self, name: &str, params: Value, values: impl Into<Value>) {
        let mut entry = Map::new();
        entry.insert("params".to_owned(), params);
        entry.insert("values".to_owned(), values.into());
        self.map.insert(name.to_owned(), Value::Object(entry));
    }
}
