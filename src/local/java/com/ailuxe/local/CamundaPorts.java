package com.ailuxe.local;

import java.net.URI;

/** Where a local Camunda listens, always on the loopback interface. */
record CamundaPorts(
    int http,
    int grpc,
    int command,
    int internal,
    int management,
    int search,
    int searchTransport) {

  static CamundaPorts free() {
    var ports = FreePorts.find(7);
    return new CamundaPorts(
        ports.get(0),
        ports.get(1),
        ports.get(2),
        ports.get(3),
        ports.get(4),
        ports.get(5),
        ports.get(6));
  }

  URI grpcAddress() {
    return address(grpc);
  }

  URI restAddress() {
    return address(http);
  }

  URI managementAddress() {
    return address(management);
  }

  URI searchAddress() {
    return address(search);
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
