//! The relations as lists of neighbours, and distances along them.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use crate::placement::Network;
use crate::placement::number::{narrow, short};

/// From so many nodes ways are looked for at the same time.
pub(crate) const TOGETHER: usize = 64;

/// Lists of neighbours without doubles, loops or missing ends.
#[derive(Clone, Debug)]
pub(crate) struct Neighbours {
    starts: Vec<u32>,
    ends: Vec<(u32, f32)>,
    equal_lengths: bool,
}

impl Neighbours {
    pub(crate) fn of(network: &Network) -> Self {
        let n = network.nodes.len();
        let mut pairs: Vec<(u32, u32, f32)> = Vec::with_capacity(network.links.len() * 2);
        for link in &network.links {
            if link.a < n && link.b < n && link.a != link.b {
                let length = narrow(sane_length(link.length));
                pairs.push((short(link.a), short(link.b), length));
                pairs.push((short(link.b), short(link.a), length));
            }
        }
        pairs.sort_by(|p, q| (p.0, p.1).cmp(&(q.0, q.1)).then(p.2.total_cmp(&q.2)));
        pairs.dedup_by_key(|p| (p.0, p.1));
        let mut starts = vec![0_u32; n + 1];
        for pair in &pairs {
            starts[pair.0 as usize + 1] += 1;
        }
        for i in 0..n {
            starts[i + 1] += starts[i];
        }
        let equal_lengths = pairs.iter().all(|p| (p.2 - 1.0).abs() < 1e-6);
        let ends = pairs.into_iter().map(|p| (p.1, p.2)).collect();
        Self {
            starts,
            ends,
            equal_lengths,
        }
    }

    /// Gives the number of nodes.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Gives the neighbours of a node and the length of the way to them.
    pub(crate) fn at(&self, node: usize) -> &[(u32, f32)] {
        &self.ends[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// Fills `distance` with the length of the shortest way from a node; infinite where there is none.
    pub(crate) fn distances(&self, from: usize, distance: &mut Vec<f32>) {
        distance.clear();
        distance.resize(self.len(), f32::INFINITY);
        distance[from] = 0.0;
        if self.equal_lengths {
            self.by_steps(from, distance);
        } else {
            self.by_length(from, distance);
        }
    }

    /// Gives the same from each of some nodes, at most [`TOGETHER`].
    ///
    /// Where all lengths are equal the ways from all of them are followed at once: each node has a word with a bit for
    /// every source that reached it.
    pub(crate) fn distances_from(&self, sources: &[usize]) -> Vec<Vec<f32>> {
        let mut rows = vec![Vec::new(); sources.len()];
        if !self.equal_lengths || sources.len() > TOGETHER {
            for (source, row) in sources.iter().zip(&mut rows) {
                self.distances(*source, row);
            }
            return rows;
        }
        let n = self.len();
        let (mut seen, mut front, mut next) = (vec![0_u64; n], vec![0_u64; n], vec![0_u64; n]);
        for (bit, (&source, row)) in sources.iter().zip(&mut rows).enumerate() {
            row.resize(n, f32::INFINITY);
            row[source] = 0.0;
            seen[source] |= 1 << bit;
            front[source] |= 1 << bit;
        }
        let mut distance = 0.0_f32;
        while front.iter().any(|reached| *reached != 0) {
            distance += 1.0;
            for (node, reached) in front.iter_mut().enumerate() {
                let reached = std::mem::take(reached);
                if reached != 0 {
                    for &(end, _) in self.at(node) {
                        next[end as usize] |= reached;
                    }
                }
            }
            for node in 0..n {
                let mut fresh = std::mem::take(&mut next[node]) & !seen[node];
                seen[node] |= fresh;
                front[node] = fresh;
                while fresh != 0 {
                    rows[fresh.trailing_zeros() as usize][node] = distance;
                    fresh &= fresh - 1;
                }
            }
        }
        rows
    }

    fn by_steps(&self, from: usize, distance: &mut [f32]) {
        let mut queue = Vec::with_capacity(self.len());
        queue.push(short(from));
        let mut next = 0;
        while let Some(&node) = queue.get(next) {
            next += 1;
            let further = distance[node as usize] + 1.0;
            for &(end, _) in self.at(node as usize) {
                if distance[end as usize] > further {
                    distance[end as usize] = further;
                    queue.push(end);
                }
            }
        }
    }

    fn by_length(&self, from: usize, distance: &mut [f32]) {
        // Lengths are positive, so their bits sort as they do.
        let mut heap = BinaryHeap::from([Reverse((0_u32, short(from)))]);
        while let Some(Reverse((bits, node))) = heap.pop() {
            let so_far = f32::from_bits(bits);
            if so_far > distance[node as usize] {
                continue;
            }
            for &(end, length) in self.at(node as usize) {
                let further = so_far + length;
                if distance[end as usize] > further {
                    distance[end as usize] = further;
                    heap.push(Reverse((further.to_bits(), end)));
                }
            }
        }
    }

    /// Gives the nodes of each connected part, largest part first.
    pub(crate) fn components(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.len()];
        let mut components = Vec::new();
        for first in 0..self.len() {
            if seen[first] {
                continue;
            }
            seen[first] = true;
            let mut members = Vec::new();
            let mut queue = VecDeque::from([first]);
            while let Some(node) = queue.pop_front() {
                members.push(node);
                for &(end, _) in self.at(node) {
                    if !seen[end as usize] {
                        seen[end as usize] = true;
                        queue.push_back(end as usize);
                    }
                }
            }
            members.sort_unstable();
            components.push(members);
        }
        components.sort_by_key(|members| Reverse(members.len()));
        components
    }
}

/// Holds a desired length between a tenth and ten; what is no number becomes 1.
pub(crate) fn sane_length(length: f64) -> f64 {
    if length.is_finite() && length > 0.0 {
        length.clamp(0.1, 10.0)
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placement::random::Random;
    use crate::placement::{Link, Node};

    #[test]
    fn many_sources_at_once_reach_what_each_reaches_alone() {
        for (n, n_links, odd) in [(1, 0, false), (90, 100, false), (90, 100, true)] {
            let mut random = Random::new(7);
            let mut end = || usize::try_from(random.word()).unwrap_or(5) % n;
            let mut links: Vec<Link> = (0..n_links).map(|_| Link::new(end(), end())).collect();
            if let Some(link) = links.first_mut().filter(|_| odd) {
                link.length = 2.5;
            }
            let network = Network {
                nodes: vec![Node::default(); n],
                links,
                ..Network::default()
            };
            let neighbours = Neighbours::of(&network);
            let sources: Vec<usize> = (0..n).rev().take(TOGETHER).collect();
            let rows = neighbours.distances_from(&sources);
            assert_eq!(rows.len(), sources.len());
            let mut alone = Vec::new();
            for (source, row) in sources.iter().zip(&rows) {
                neighbours.distances(*source, &mut alone);
                assert_eq!(*row, alone, "from {source}");
            }
        }
    }
}
