//! The methods by name: which view they use, and whether a session shows them.

/// The view that a method is computed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsedView {
    /// Ties that are no conflict, direction left out.
    Undirected,
    /// Ties that are no conflict, with direction.
    Directed,
    /// Ties with their sign, direction left out.
    Signed,
    /// No ties: answers about actors only.
    Profiles,
    /// Ties and answers about actors.
    Both,
}

/// Where a method may be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In a session, in words.
    InSession,
    /// Behind *Methode* and on the command line.
    BehindMethod,
    /// In tests and files only.
    InFilesOnly,
}

macro_rules! methods {
    ($($(#[$doc:meta])* $name:ident => $id:literal, $view:ident, $shown:ident;)*) => {
        /// A method of which a result can be shown or printed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Method {
            $($(#[$doc])* $name,)*
        }

        impl Method {
            /// All methods.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name in files, equal to the reference files.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            /// The view it uses.
            pub const fn view(self) -> UsedView {
                match self {
                    $(Self::$name => UsedView::$view,)*
                }
            }

            /// Where it may be seen.
            pub const fn shown(self) -> Shown {
                match self {
                    $(Self::$name => Shown::$shown,)*
                }
            }
        }
    };
}

methods! {
    /// Components and weak spots.
    Structure => "structure", Undirected, InSession;
    /// The number of ties.
    Degree => "degree", Undirected, InSession;
    /// The summed weight of the ties.
    Strength => "strength", Undirected, InSession;
    /// Shortest routes over an actor.
    Betweenness => "betweenness", Undirected, InSession;
    /// Nearness to everybody.
    Harmonic => "harmonic", Undirected, InSession;
    /// Closeness after Wasserman and Faust.
    Closeness => "closeness", Undirected, InFilesOnly;
    /// Prestige along ties.
    PageRank => "pagerank", Undirected, BehindMethod;
    /// Eigenvector centrality.
    Eigenvector => "eigenvector", Undirected, InFilesOnly;
    /// How bound an actor is by its contacts.
    Constraint => "constraint", Undirected, InSession;
    /// Contacts that bring something new.
    EffectiveSize => "effective_size", Undirected, InSession;
    /// Brokerage by role.
    Brokerage => "gf_raw", Directed, InSession;
    /// Brokerage against chance.
    BrokerageChance => "gf_z", Directed, BehindMethod;
    /// Regie and verbinden by place.
    RegieVerbinden => "regie_verbinden", Directed, InSession;
    /// Ties across and within groups.
    EiIndex => "ei_index", Undirected, InSession;
    /// Circles.
    Communities => "communities", Undirected, InSession;
    /// Triads and camps.
    Balance => "balance", Signed, BehindMethod;
    /// Links worth making.
    MissingLinks => "missing_links", Undirected, InSession;
    /// Contacts that give the official room.
    FocalContacts => "focal_contacts", Undirected, InSession;
    /// One wrong answer.
    Robustness => "robustness", Undirected, InSession;
    /// Role advice.
    RoleAdvice => "role_advice", Both, InSession;
    /// Choices beside the advice.
    Mismatch => "mismatch", Both, InSession;
    /// Flags on the process.
    ProcessFlags => "process_flags", Both, InSession;
    /// Driving and restraining forces.
    ForceField => "force_field", Profiles, InSession;
    /// The learning profile.
    Needs => "sdt", Profiles, InSession;
    /// Power and interest.
    Mendelow => "mendelow", Profiles, InSession;
    /// Power, legitimacy and urgency.
    Mitchell => "mitchell", Profiles, BehindMethod;
    /// Positions weighed by power.
    Feasibility => "feasibility", Profiles, BehindMethod;
    /// Weighted mean and median.
    Forecast => "forecast", Profiles, BehindMethod;
    /// Friedkin and Johnsen.
    Opinion => "opinion", Both, BehindMethod;
    /// MACTOR.
    Mactor => "mactor", Both, BehindMethod;
}
