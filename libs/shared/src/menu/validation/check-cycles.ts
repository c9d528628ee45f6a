import { findingsIn, type MenuCheck } from './finding.js';
import { nestingOf } from './nesting.js';
import { aGroup } from './subjects.js';

/** No group unfolds under itself. Each circle is reported once, at one of its groups. */
export const checkCycles: MenuCheck = (menu) => {
  const { error } = findingsIn(menu);
  const { groups, underGroup } = nestingOf(menu);
  const below = new Map([...underGroup].map(([id, ids]) => [id, new Set(ids)]));
  return circlesIn(below).flatMap((circle) => {
    const [first] = circle;
    const group = first === undefined ? undefined : groups.get(first);
    if (!group) return [];
    const path = [...circle, group.id].join(' > ');
    return error('reference_cycle', aGroup(group), `It unfolds under itself: ${path}. Remove one of these references.`);
  });
};

type Graph = Map<string, Set<string>>;

/** Circles that share no group. Without recursion: a chain of groups may be longer than the stack is deep. */
function circlesIn(graph: Graph): string[][] {
  const circles: string[][] = [];
  trim(graph);
  for (let start = first(graph); start !== undefined; start = first(graph)) {
    const circle = walkInCircle(graph, start);
    circles.push(circle);
    for (const id of circle) graph.delete(id);
    trim(graph);
  }
  return circles;
}

/** Takes away, again and again, what leads nowhere. Whatever stays leads into a circle. */
function trim(graph: Graph): void {
  const above = new Map<string, string[]>();
  for (const [id, below] of graph) {
    for (const each of below) {
      if (!graph.has(each)) below.delete(each);
      else above.set(each, [...(above.get(each) ?? []), id]);
    }
  }
  const ends = [...graph].filter(([, below]) => below.size === 0).map(([id]) => id);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    graph.delete(end);
    for (const id of above.get(end) ?? []) {
      const below = graph.get(id);
      if (below?.delete(end) && below.size === 0) ends.push(id);
    }
  }
}

function walkInCircle(graph: Graph, start: string): string[] {
  const path: string[] = [];
  const seen = new Map<string, number>();
  let id: string | undefined = start;
  while (id !== undefined && !seen.has(id)) {
    seen.set(id, path.length);
    path.push(id);
    id = graph.get(id)?.values().next().value;
  }
  return path.slice(id === undefined ? 0 : seen.get(id));
}

function first(graph: Graph): string | undefined {
  return graph.keys().next().value;
}
