package com.ailuxe.local;

/** How much of Camunda the local stack starts. */
enum CamundaMode {
  /** The engine with Operate and Tasklist. */
  FULL,
  /** The engine alone: starts sooner and needs less memory. */
  BROKER,
  /** None: the usual {@code camunda.client.*} properties say where the engine is. */
  NONE
}
