//! The one declaration of how a struct stands in a file, from which reading and writing follow.

/// Declares the fields of a struct while they are read; see `file_struct!`.
macro_rules! file_fields {
    (
        $file:ident $(<$param:ident>)?: $whole:ident, $name:literal $(, $unknown:ident)? {
            $($field:ident: $type:ty $([$mark:ident])? $(= $default:expr)?,)*
        }
    ) => {
        pub(crate) struct $file $(<$param>)? {
            $($field: Option<$type>,)*
        }

        impl $(<$param>)? Default for $file $(<$param>)? {
            fn default() -> Self {
                Self { $($field: None,)* }
            }
        }

        impl $(<$param: $crate::storage::schema::lists::Listed>)?
            $crate::storage::schema::fields::FileFields for $file $(<$param>)?
        {
            type Whole = $whole $(<$param>)?;

            const NAME: &'static str = $name;
            const KEEPS: bool =
                $crate::storage::schema::declare::file_fields!(@keeps $($unknown)?);

            fn take<'de, A: ::serde::de::MapAccess<'de>>(
                &mut self,
                field: &'de str,
                map: &mut A,
                cx: &$crate::storage::schema::context::Context<'de>,
            ) -> Result<bool, A::Error> {
                match field {
                    $(stringify!($field) => {
                        if self.$field.is_some() {
                            return Err($crate::storage::schema::fields::twice(field, cx));
                        }
                        let seed = $crate::storage::schema::fields::Read::<$type>::new(cx);
                        self.$field = Some(map.next_value_seed(seed)?);
                    })*
                    _ => return Ok(false),
                }
                Ok(true)
            }

            fn left(&self) -> Vec<&'static str> {
                let mut left = Vec::new();
                $(if self.$field.is_none() {
                    left.push(stringify!($field));
                })*
                left
            }

            fn finish<E: ::serde::de::Error>(
                self,
                unknown: $crate::model::Unknown,
                cx: &$crate::storage::schema::context::Context<'_>,
            ) -> Result<$whole $(<$param>)?, E> {
                $crate::storage::schema::declare::file_fields!(@refuse unknown $(, $unknown)?);
                Ok($whole {
                    $($unknown: unknown,)?
                    $($field: match self.$field {
                        Some(value) => value.into(),
                        None => $crate::storage::schema::declare::file_fields!(@absent cx, $field, $type $([$mark])? $(= $default)?),
                    },)*
                })
            }
        }
    };
    (@refuse $found:ident, $unknown:ident) => {};
    (@refuse $found:ident) => {
        // The visitor refuses what this struct cannot keep.
        drop($found);
    };
    (@keeps $unknown:ident) => { true };
    (@keeps) => { false };
    (@absent $cx:ident, $field:ident, $type:ty) => {
        $crate::storage::schema::fields::missing::<$type, E>(stringify!($field), $cx)?.into()
    };
    (@absent $cx:ident, $field:ident, $type:ty = $default:expr) => { $default };
    (@absent $cx:ident, $field:ident, $type:ty [always]) => {{
        $cx.notice($crate::storage::read::Notice::Missing {
            field: stringify!($field).to_owned(),
        });
        $crate::storage::schema::fields::missing::<$type, E>(stringify!($field), $cx)?.into()
    }};
    (@absent $cx:ident, $field:ident, $type:ty [must]) => {
        return Err($cx.fail($crate::storage::read::Fault::Missing {
            field: stringify!($field).to_owned(),
        }))
    };
    (@absent $cx:ident, $field:ident, $type:ty [id]) => {{
        $cx.notice($crate::storage::read::Notice::Missing {
            field: stringify!($field).to_owned(),
        });
        $cx.new_id()
    }};
    (@left_out [] [] $value:expr) => {
        $crate::storage::schema::fields::InFile::left_out(&$value)
    };
    (@left_out [] [$default:expr] $value:expr) => { $value == $default };
    (@left_out [$mark:ident] [] $value:expr) => { false };
}
pub(super) use file_fields;

/// Declares how a struct stands in a file, field by field in the order of printing.
///
/// `file_struct! { ActorFile: Actor, "Actor", unknown { … } }` makes `ActorFile` and implements `InFile` for
/// the model's struct; with `new` before the name the struct itself is declared too. `unknown` says that unknown
/// fields are kept in a field of that name; without it an unknown field is a fault. After the type of a field stands
/// what it means when it is left out: nothing for the type's own default, `= value` for another, `[id]` for an
/// identity that is made up, `[always]` for a field that is always written and whose absence is noticed, `[must]` for
/// one without which the struct means nothing.
macro_rules! file_struct {
    (
        new $(#[$doc:meta])* $whole:ident by $file:ident, $name:literal $(, $unknown:ident)? {
            $($field:ident: $type:ty $([$mark:ident])? $(= $default:expr)?,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $whole {
            $(pub(crate) $field: $type,)*
            $(pub(crate) $unknown: $crate::model::Unknown,)?
        }
        $crate::storage::schema::declare::file_struct! {
            $file: $whole, $name $(, $unknown)? { $($field: $type $([$mark])? $(= $default)?,)* }
        }
    };
    (
        $file:ident $(<$param:ident>)?: $whole:ident, $name:literal $(, $unknown:ident)? {
            $($field:ident: $type:ty $([$mark:ident])? $(= $default:expr)?,)*
        }
    ) => {
        $crate::storage::schema::declare::file_fields! {
            $file $(<$param>)?: $whole, $name $(, $unknown)? {
                $($field: $type $([$mark])? $(= $default)?,)*
            }
        }

        impl $(<$param: $crate::storage::schema::lists::Listed>)?
            $crate::storage::schema::items::InStruct for $whole $(<$param>)?
        {
            type File = $file $(<$param>)?;
        }

        impl $(<$param: $crate::storage::schema::lists::Listed>)?
            $crate::storage::schema::fields::InFile for $whole $(<$param>)?
        {
            fn read<'de, D: ::serde::Deserializer<'de>>(
                source: D,
                cx: &$crate::storage::schema::context::Context<'de>,
            ) -> Result<Self, D::Error> {
                let visitor = $crate::storage::schema::fields::Struct::<
                    $file $(<$param>)?
                >::new(cx);
                source.deserialize_struct($name, &[], visitor)
            }

            fn tree(&self) -> $crate::storage::form::Tree<'_> {
                let mut fields: $crate::storage::form::Fields<'_> = Vec::new();
                $(if !$crate::storage::schema::declare::file_fields!(@left_out [$($mark)?] [$($default)?] self.$field) {
                    fields.push((
                        stringify!($field).into(),
                        $crate::storage::schema::fields::InFile::tree(&self.$field),
                    ));
                })*
                $($crate::storage::schema::fields::push_unknown(&mut fields, &self.$unknown);)?
                $crate::storage::form::Tree::Struct(fields)
            }

            fn left_out(&self) -> bool {
                $($crate::storage::schema::declare::file_fields!(@left_out [$($mark)?] [$($default)?] self.$field) &&)*
                true $(&& self.$unknown.fields().is_empty())?
            }

            fn absent() -> Option<Self> {
                $crate::storage::schema::fields::FileFields::finish::<::serde::de::value::Error>(
                    <$file $(<$param>)?>::default(),
                    $crate::model::Unknown::default(),
                    &$crate::storage::schema::context::Context::new(
                        "",
                        $crate::storage::schema::context::Mode::Strict,
                    ),
                )
                .ok()
            }
        }
    };
}
pub(super) use file_struct;
