package com.ailuxe.channel;

import java.util.UUID;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.apache.camel.component.servlet.ServletComponent;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Takes calls of webhooks to the routes, and answers them on the thread on which they came. The
 * servlet has a name of its own each time, as Camel finds the servlets of a whole JVM by theirs.
 */
@Configuration(proxyBeanMethods = false)
class WebhookServlet {
  static final String PATH = "/webhooks";

  private final String name = "webhooks-" + UUID.randomUUID();

  @Bean("servlet-component")
  ServletComponent servletComponent() {
    var component = new ServletComponent();
    component.setServletName(name);
    return component;
  }

  @Bean
  ServletRegistrationBean<CamelHttpTransportServlet> webhooks() {
    var registration = new ServletRegistrationBean<>(new CamelHttpTransportServlet(), PATH + "/*");
    registration.setName(name);
    registration.setLoadOnStartup(1);
    return registration;
  }
}
