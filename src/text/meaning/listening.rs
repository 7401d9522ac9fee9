//! Words of listening first.

words! {
    /// What stands over the map while listening.
    BANNER: "Luisterstand: eerst luisteren. Alleen woorden kunnen erin.", "Listening mode: listen first. Only words can go in.";
    /// Leaves it.
    LEAVE: "Klaar met luisteren", "Done listening";
    /// Why a score stays as it is.
    LOCKED: "U luistert nu: scores, posities en keuzes staan vast tot u klaar bent met luisteren", "You are listening now: scores, positions and choices stay as they are until you are done";
    /// Said when it begins.
    BEGUN: "Luisterstand aan: noteer alleen wat mensen zeggen", "Listening mode on: note only what people say";
    /// Said when it ends.
    ENDED: "Luisterstand uit: scores kunnen weer", "Listening mode off: scores can be given again";
}
