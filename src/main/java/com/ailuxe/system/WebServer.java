package com.ailuxe.system;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The servers of both ports, the one for the world and the one for operators. */
@ManagementContextConfiguration(proxyBeanMethods = false)
class WebServer {
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> doors(WebServerSettings settings) {
    return factory -> {
      factory.addEngineValves(new AnswerValve());
      factory.setProtocol(PatientProtocol.class.getName());
      factory.addProtocolHandlerCustomizers(
          (PatientProtocol protocol) -> protocol.setPatience(settings.headTime()));
    };
  }
}
