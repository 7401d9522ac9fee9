//! Reads a field from a JSON graph file: nodes, edges, and what a field holds besides.
//!
//! `nodes` and `edges` as in the reference files: an actor's `id` is its place
//! in the list; `interest` is its involvement, `susceptibility` its openness,
//! `sdt` its learning needs. Beside those a file may hold `factors` and
//! `asked_without_tie`. Unknown keys are passed by.

use serde_json::{Map, Value};

use crate::analysis::{
    AnnotatedRole, Field, FieldActor, FieldFactor, FieldTie, Needs, Role, Sign, Tags,
};

/// The largest number of actors that is read.
pub const MAX_ACTORS: usize = 5_000;
/// The largest number of ties that is read.
pub const MAX_TIES: usize = 20_000;
/// The largest number of entries of any other list.
pub const MAX_ENTRIES: usize = 1_000;

/// Why a file is no field.
#[derive(Debug, thiserror::Error)]
pub enum FieldJsonError {
    /// The text is no JSON.
    #[error("not JSON, line {line}, column {column}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser says.
        #[source]
        source: serde_json::Error,
    },
    /// Something that must be there is not.
    #[error("missing: {place}")]
    Missing {
        /// Where it should be.
        place: String,
    },
    /// Something is there but is not what it should be.
    #[error("expected {expected} at {place}")]
    Wrong {
        /// What it should be.
        expected: Expected,
        /// Where it is.
        place: String,
    },
    /// A list is too long.
    #[error("more than {limit} entries at {place}")]
    TooMany {
        /// The limit.
        limit: usize,
        /// Where it is.
        place: String,
    },
}

/// What should have stood at a place.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum Expected {
    /// An object.
    #[error("an object")]
    Object,
    /// A list.
    #[error("a list")]
    List,
    /// A text.
    #[error("a text")]
    Text,
    /// True or false.
    #[error("true or false")]
    Boolean,
    /// The number of an actor of this field.
    #[error("the number of an actor")]
    Actor,
    /// The number of an issue of this field.
    #[error("the number of an issue")]
    Issue,
    /// The place of the actor in the list.
    #[error("the place of the actor in the list")]
    OwnPlace,
    /// A whole number from 0.
    #[error("a whole number from 0")]
    Whole,
    /// -1, 0 or 1.
    #[error("-1, 0 or 1")]
    Sign,
    /// One of the two roles.
    #[error("\"regie\" or \"verbinden\"")]
    Role,
    /// A number within bounds.
    #[error("a number from {low} to {high}")]
    Between {
        /// The lowest.
        low: f64,
        /// The highest.
        high: f64,
    },
    /// A number above 0.
    #[error("a number above 0")]
    Positive,
}

type Read<T> = Result<T, FieldJsonError>;

/// Reads a field from the text of a JSON graph file.
pub fn read_field(text: &str) -> Read<Field> {
    let value: Value = serde_json::from_str(text).map_err(|source| FieldJsonError::Syntax {
        line: source.line(),
        column: source.column(),
        source,
    })?;
    field_from_value(&value)
}

/// Reads a field from a parsed JSON graph file.
pub fn field_from_value(value: &Value) -> Read<Field> {
    let top = Spot {
        value,
        place: String::new(),
    };
    let mut field = Field {
        name: top.optional("name", Spot::text)?.unwrap_or_default(),
        directed: top.optional("directed", Spot::boolean)?.unwrap_or(false),
        ..Field::default()
    };
    for issue in top.list_or_empty("issues", MAX_ENTRIES)? {
        field.issues.push(issue.text()?);
    }
    let nodes = top.required("nodes")?.list(MAX_ACTORS)?;
    for (id, node) in nodes.iter().enumerate() {
        field.actors.push(actor(node, id, field.issues.len())?);
    }
    let n = field.actors.len();
    for edge in top.required("edges")?.list(MAX_TIES)? {
        field.ties.push(tie(&edge, n)?);
    }
    field.focal = match top.optional("focal", Spot::whole)? {
        Some(id) if id < n => Some(id),
        Some(0) | None => None,
        Some(_) => return Err(top.wrong_at("focal", Expected::Actor)),
    };
    for role in top.list_or_empty("annotated_roles", MAX_TIES)? {
        field.annotated.push(annotated(&role, n)?);
    }
    for factor in top.list_or_empty("factors", MAX_ENTRIES)? {
        field
            .factors
            .push(self::factor(&factor, field.issues.len())?);
    }
    for pair in top.list_or_empty("asked_without_tie", MAX_ACTORS * MAX_ACTORS)? {
        let ends = pair.list(2)?;
        match ends.as_slice() {
            [a, b] => field.asked_without_tie.push((a.actor(n)?, b.actor(n)?)),
            _ => return Err(pair.wrong(Expected::Actor)),
        }
    }
    Ok(field)
}

fn actor(node: &Spot<'_>, id: usize, n_issues: usize) -> Read<FieldActor> {
    if node
        .optional("id", Spot::whole)?
        .is_some_and(|own| own != id)
    {
        return Err(node.wrong_at("id", Expected::OwnPlace));
    }
    let scale = |spot: &Spot<'_>| spot.between(1.0, 5.0);
    let share = |spot: &Spot<'_>| spot.between(0.0, 1.0);
    let label = node.optional("label", Spot::text)?;
    Ok(FieldActor {
        label: label.unwrap_or_else(|| id.to_string()),
        kind: node.optional("kind", Spot::text)?,
        group: node.optional("group", Spot::text)?,
        inside: node.optional("inside", Spot::boolean)?,
        power: node.optional("power", scale)?,
        involvement: node.optional("interest", scale)?,
        legitimacy: node.optional("legitimacy", Spot::boolean)?,
        urgency: node.optional("urgency", Spot::boolean)?,
        values: node.optional("values", Spot::tags)?,
        frames: node.optional("frames", Spot::tags)?,
        positions: per_issue(node, "positions", n_issues, -3.0, 3.0)?,
        salience: per_issue(node, "salience", n_issues, 0.0, 5.0)?,
        needs: node.optional("sdt", needs)?.unwrap_or_default(),
        openness: node.optional("susceptibility", share)?,
        confidence: node.optional("confidence", share)?,
        circle: node.optional("circle", Spot::whole)?,
    })
}

fn needs(spot: &Spot<'_>) -> Read<Needs> {
    let scale = |spot: &Spot<'_>| spot.between(1.0, 5.0);
    Ok(Needs {
        relatedness: spot.optional("relatedness", scale)?,
        autonomy: spot.optional("autonomy", scale)?,
        competence: spot.optional("competence", scale)?,
    })
}

fn per_issue(
    node: &Spot<'_>,
    key: &str,
    n_issues: usize,
    low: f64,
    high: f64,
) -> Read<Vec<Option<f64>>> {
    let mut out = Vec::new();
    for entry in node.list_or_empty(key, n_issues)? {
        out.push(match entry.value {
            Value::Null => None,
            _ => Some(entry.between(low, high)?),
        });
    }
    Ok(out)
}

fn tie(edge: &Spot<'_>, n: usize) -> Read<FieldTie> {
    let sign = match edge.optional("sign", |s| s.between(-1.0, 1.0))? {
        None => Sign::Positive,
        Some(x) if x.to_bits() == 1.0_f64.to_bits() => Sign::Positive,
        Some(x) if x.to_bits() == (-1.0_f64).to_bits() => Sign::Negative,
        Some(x) if x.abs() < f64::MIN_POSITIVE => Sign::Neutral,
        Some(_) => return Err(edge.wrong_at("sign", Expected::Sign)),
    };
    Ok(FieldTie {
        source: edge.required("s")?.actor(n)?,
        target: edge.required("t")?.actor(n)?,
        weight: edge.optional("w", Spot::positive)?.unwrap_or(1.0),
        sign,
        confidence: edge
            .optional("confidence", |s| s.between(0.0, 1.0))?
            .unwrap_or(1.0),
    })
}

fn annotated(spot: &Spot<'_>, n: usize) -> Read<AnnotatedRole> {
    let role = spot.required("role")?;
    Ok(AnnotatedRole {
        i: spot.required("i")?.actor(n)?,
        j: spot.required("j")?.actor(n)?,
        role: match role.text()?.as_str() {
            "regie" => Role::Regie,
            "verbinden" => Role::Verbinden,
            _ => return Err(role.wrong(Expected::Role)),
        },
    })
}

fn factor(spot: &Spot<'_>, n_issues: usize) -> Read<FieldFactor> {
    let issue = spot.required("issue")?;
    let number = issue.whole()?;
    if number >= n_issues {
        return Err(issue.wrong(Expected::Issue));
    }
    Ok(FieldFactor {
        name: spot.optional("name", Spot::text)?.unwrap_or_default(),
        issue: number,
        force: spot.required("force")?.between(-3.0, 3.0)?,
        weight: spot.required("weight")?.between(1.0, 5.0)?,
    })
}

/// A value together with where it stands.
struct Spot<'file> {
    value: &'file Value,
    place: String,
}

impl<'file> Spot<'file> {
    fn wrong(&self, expected: Expected) -> FieldJsonError {
        let place = if self.place.is_empty() {
            "the file".to_owned()
        } else {
            self.place.clone()
        };
        FieldJsonError::Wrong { expected, place }
    }

    fn wrong_at(&self, key: &str, expected: Expected) -> FieldJsonError {
        FieldJsonError::Wrong {
            expected,
            place: self.below(key),
        }
    }

    fn below(&self, key: &str) -> String {
        if self.place.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.place)
        }
    }

    fn object(&self) -> Read<&'file Map<String, Value>> {
        self.value
            .as_object()
            .ok_or_else(|| self.wrong(Expected::Object))
    }

    fn required(&self, key: &str) -> Read<Self> {
        let place = self.below(key);
        match self.object()?.get(key) {
            Some(value) => Ok(Self { value, place }),
            None => Err(FieldJsonError::Missing { place }),
        }
    }

    /// Reads a key that may be absent or null.
    fn optional<T>(&self, key: &str, read: impl Fn(&Self) -> Read<T>) -> Read<Option<T>> {
        match self.object()?.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => read(&Self {
                value,
                place: self.below(key),
            })
            .map(Some),
        }
    }

    fn list(&self, limit: usize) -> Read<Vec<Self>> {
        let list = self
            .value
            .as_array()
            .ok_or_else(|| self.wrong(Expected::List))?;
        if list.len() > limit {
            return Err(FieldJsonError::TooMany {
                limit,
                place: self.place.clone(),
            });
        }
        let spot = |(k, value): (usize, &'file Value)| Self {
            value,
            place: format!("{}[{k}]", self.place),
        };
        Ok(list.iter().enumerate().map(spot).collect())
    }

    fn list_or_empty(&self, key: &str, limit: usize) -> Read<Vec<Self>> {
        match self.object()?.get(key) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(_) => self.required(key)?.list(limit),
        }
    }

    fn text(&self) -> Read<String> {
        let text = self.value.as_str();
        text.map(str::to_owned)
            .ok_or_else(|| self.wrong(Expected::Text))
    }

    fn boolean(&self) -> Read<bool> {
        self.value
            .as_bool()
            .ok_or_else(|| self.wrong(Expected::Boolean))
    }

    fn whole(&self) -> Read<usize> {
        self.value
            .as_u64()
            .and_then(|x| usize::try_from(x).ok())
            .ok_or_else(|| self.wrong(Expected::Whole))
    }

    fn actor(&self, n: usize) -> Read<usize> {
        self.whole()
            .ok()
            .filter(|id| *id < n)
            .ok_or_else(|| self.wrong(Expected::Actor))
    }

    fn between(&self, low: f64, high: f64) -> Read<f64> {
        self.value
            .as_f64()
            .filter(|x| (low..=high).contains(x))
            .ok_or_else(|| self.wrong(Expected::Between { low, high }))
    }

    fn positive(&self) -> Read<f64> {
        self.value
            .as_f64()
            .filter(|x| x.is_finite() && *x > 0.0 && *x <= 1e9)
            .ok_or_else(|| self.wrong(Expected::Positive))
    }

    fn tags(&self) -> Read<Tags> {
        let mut tags = Tags::new();
        for key in self.object()?.keys() {
            let importance = self.required(key)?.between(0.0, 3.0)?;
            tags.insert(key.clone(), importance);
        }
        Ok(tags)
    }
}
