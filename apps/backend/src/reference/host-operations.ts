import { ifNoneMatch, unchanged, type Operation } from "./operation.ts";

const json = ["application/json"] as const;

/** For whoever runs the backend or builds on it. */
export const hostOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/healthz",
    id: "readHealth",
    room: "operations",
    summary: "The process lives",
    answers: { 200: { description: "It does.", media: json, shape: "Health" } },
    example: { path: "/healthz" },
  },
  {
    method: "get",
    path: "/readyz",
    id: "readReadiness",
    room: "operations",
    summary: "A lead can be taken",
    answers: {
      200: { description: "It can.", media: json, shape: "Readiness" },
      503: { description: "It cannot: `checks` says why.", media: json, shape: "Readiness" },
    },
    example: { path: "/readyz" },
  },
  {
    method: "get",
    path: "/metrics",
    id: "readMetrics",
    room: "operations",
    summary: "Figures for Prometheus",
    description:
      "Where the configuration has a token, and for whoever sends it. For anybody else there is nothing here.",
    security: ["metricsToken"],
    answers: { 200: { description: "The text format, version 0.0.4.", media: ["text/plain"] } },
    codes: ["route.unknown", "storage.unavailable"],
    example: { path: "/metrics", headers: ["Authorization: Bearer $TOKEN"] },
  },
  {
    method: "get",
    path: "/openapi.json",
    id: "readOpenApi",
    room: "operations",
    summary: "This reference, for programs",
    description: "OpenAPI 3.1, for any website.",
    parameters: [ifNoneMatch],
    answers: { 200: { description: "The document.", media: json }, 304: unchanged },
    example: { path: "/openapi.json" },
  },
  {
    method: "get",
    path: "/docs",
    id: "readReference",
    room: "operations",
    summary: "This reference, for people",
    parameters: [ifNoneMatch],
    answers: { 200: { description: "One page, without scripts.", media: ["text/html"] }, 304: unchanged },
    example: { path: "/docs" },
  },
  {
    method: "get",
    path: "/docs/page.css",
    id: "readReferenceStyle",
    room: "operations",
    summary: "How that page looks",
    parameters: [ifNoneMatch],
    answers: { 200: { description: "Its style sheet.", media: ["text/css"] }, 304: unchanged },
    example: { path: "/docs/page.css" },
  },
];
